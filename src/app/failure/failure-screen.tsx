import { CircleAlert, type LucideIcon, PlugZap, ShieldX, WifiOff } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { useSession } from '#app/session/session.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import type { Tone } from '#app/ui/tone.ts';
import { type FailureKind, useFailure } from './describe-failure.ts';
import { WaysOut } from './failure-details.tsx';

export interface FailureScreenProps {
  error: Error;
  onRetry: () => void;
  retrying: boolean;
}

/** The app cannot start for this person: why, and the ways out. */
export function FailureScreen({ error, onRetry, retrying }: FailureScreenProps) {
  const t = useT('errors');
  const { viewer } = useSession();
  const { kind, title, advice, requestId } = useFailure()(error);
  return (
    <StandalonePage title={title} {...(pictures[kind] ?? failed)}>
      <p className="text-muted">{advice}</p>
      {kind === 'origin-refused' && (
        <p className="text-muted">{t('originHint', { origin: location.origin })}</p>
      )}
      <p className="text-muted">{t('signedInAs', { label: viewer.label })}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <WaysOut kind={kind} />
        {!refusals.has(kind) && (
          <Button variant="primary" onClick={onRetry} pending={retrying}>
            {t('retry')}
          </Button>
        )}
      </div>
      {requestId && <p className="text-xs text-muted select-all">{t('requestId', { id: requestId })}</p>}
    </StandalonePage>
  );
}

const failed: Picture = { icon: CircleAlert, tone: 'danger' };

interface Picture {
  icon: LucideIcon;
  tone: Tone;
}

const pictures: { [Kind in FailureKind]?: Picture } = {
  'not-an-admin': { icon: ShieldX, tone: 'neutral' },
  'organization-refused': { icon: ShieldX, tone: 'neutral' },
  'origin-refused': { icon: ShieldX, tone: 'warning' },
  offline: { icon: WifiOff, tone: 'warning' },
  unreachable: { icon: PlugZap, tone: 'warning' },
};

/** Asking again gives the same answer. */
const refusals = new Set<FailureKind>([
  'not-an-admin',
  'organization-refused',
  'invalid-token',
  'session-ended',
]);
