import { Link } from 'wouter';
import { useT } from '#app/messages/use-t.ts';
import { screens } from '#app/paths.ts';
import { useSession } from '#app/session/session.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { ErrorPanel } from '#app/ui/error-panel.tsx';
import { type FailureKind, useFailure } from './describe-failure.ts';

export interface FailureProps {
  error: Error;
  onRetry?: () => void;
  retrying?: boolean;
}

/** Why a query failed and the ways out, shown where its data would have been. */
export function FailureDetails({ error, onRetry, retrying }: FailureProps) {
  const { kind, title, advice, requestId } = useFailure()(error);
  return (
    <ErrorPanel
      title={title}
      onRetry={retryHelps(kind) ? onRetry : undefined}
      retrying={retrying}
      requestId={requestId}
      actions={<WaysOut kind={kind} />}
    >
      {advice}
    </ErrorPanel>
  );
}

const final = new Set<FailureKind>([
  'invalid-token',
  'session-ended',
  'permission-missing',
  'user-not-found',
  'invalid-request',
  'invalid-search',
  'invalid-cursor',
]);

function retryHelps(kind: FailureKind): boolean {
  return !final.has(kind);
}

/** What a person can do about who he is and where he works. */
export function WaysOut({ kind }: { kind: FailureKind }) {
  const t = useT('errors');
  const session = useSession();
  switch (kind) {
    case 'invalid-token':
    case 'session-ended':
      return (
        <Button variant="primary" onClick={() => session.signIn()}>
          {t('signIn')}
        </Button>
      );
    case 'not-an-admin':
      return (
        <>
          <Button variant="primary" onClick={() => session.signIn({ as: 'someone-else' })}>
            {t('signInAsSomeoneElse')}
          </Button>
          <Button onClick={session.signOut}>{t('signOut')}</Button>
        </>
      );
    case 'organization-refused':
    case 'organization-required':
      return (
        <Link href={screens.organizations.path} className={buttonStyle('primary')}>
          {t('otherOrganization')}
        </Link>
      );
    default:
      return null;
  }
}
