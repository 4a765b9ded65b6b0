import { CircleCheck, CircleX } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';
import type { ActivityEntry } from '#contract/activity.ts';
import { FactLine } from '../fact-line.tsx';
import { DeviceName } from '../traces/device-name.tsx';
import { usePlaceName } from '../traces/place-name.ts';

/** One entry of the log: what happened, when, and from where. */
export function SignInItem({ signIn }: { signIn: ActivityEntry }) {
  const eventOf = useEvent();
  return (
    <li className="flex gap-3 border-b border-line py-2 last:border-b-0">
      <Outcome succeeded={signIn.group !== 'failed-sign-in'} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="min-w-0 font-medium">{eventOf(signIn.type)}</p>
          <span className="text-sm text-muted">
            <RelativeTime value={signIn.date} />
          </span>
        </div>
        <Circumstances signIn={signIn} />
      </div>
    </li>
  );
}

/** Words for an event; Auth0 adds codes, so an unknown one is shown as it is. */
function useEvent(): (type: string) => string {
  const events = useT('events');
  const t = useT('userPage.signIns');
  return (type) => {
    const code = type as 's';
    return events.has(code) ? events(code) : t('otherEvent', { type });
  };
}

function Outcome({ succeeded }: { succeeded: boolean }) {
  const t = useT('userPage.signIns');
  const Icon = succeeded ? CircleCheck : CircleX;
  return (
    <>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${succeeded ? 'text-success' : 'text-danger'}`} />
      <VisuallyHidden>{t(succeeded ? 'succeeded' : 'failed')}</VisuallyHidden>
    </>
  );
}

/** The app, the way, the place and the device, as far as they are known. */
function Circumstances({ signIn }: { signIn: ActivityEntry }) {
  const labelOf = useConnectionLabel();
  const place = usePlaceName()(signIn);
  return (
    <FactLine>
      {signIn.client_name && <bdi>{signIn.client_name}</bdi>}
      {signIn.connection && <bdi>{labelOf(signIn.connection)}</bdi>}
      {place && <bdi>{place}</bdi>}
      {signIn.ip && <bdi dir="ltr">{signIn.ip}</bdi>}
      {signIn.user_agent && <DeviceName userAgent={signIn.user_agent} />}
    </FactLine>
  );
}
