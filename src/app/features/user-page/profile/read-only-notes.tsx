import { Lock } from 'lucide-react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { type ReadOnlyReason, readOnlyReason, type UserDetail } from '#contract/user.ts';

/** Which parts of the profile cannot be changed here, and why; one sentence for each reason. */
export function ReadOnlyNotes({ detail }: { detail: UserDetail }) {
  const { acts, readOnly } = detail;
  // Who may not change anything here need not know what he could not change.
  if (!acts.editProfile.allowed) return null;
  return readOnlyReason.options
    .filter((reason) => readOnly.some((entry) => entry.reason === reason))
    .map((reason) => <Note key={reason} reason={reason} detail={detail} />);
}

function Note({ reason, detail }: { reason: ReadOnlyReason; detail: UserDetail }) {
  const t = useT('userPage.readOnly');
  const format = useFormat();
  const connection = useConnectionLabel()(detail.user.connection);
  const names = detail.readOnly
    .filter((entry) => entry.reason === reason)
    .map(({ attribute }) => t(`attribute.${attribute}`));
  return (
    <p className="flex gap-2 py-2 text-sm text-muted">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{t(reason, { names: format.list(names), connection })}</span>
    </p>
  );
}
