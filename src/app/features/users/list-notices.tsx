import { WaitingNotice } from '#app/failure/waiting-notice.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { textLinkStyle } from '#app/ui/text-link.ts';
import { defaultUserSort } from '#contract/search.ts';
import type { UserList } from './use-user-list.ts';
import type { ChangeList } from './user-list-state.ts';

/** Auth0 shows no more of a search than these, unless it is sorted by `created_at`. */
const limit = 1000;

interface ListNoticesProps {
  list: UserList;
  onChange: ChangeList;
}

/** What to know about the rows below: that they are late, old, or not all. */
export function ListNotices({ list, onChange }: ListNoticesProps) {
  const t = useT('users');
  const { page, fault, error, isCurrent, retrying } = list;
  return (
    <div className="grid gap-2 not-empty:pb-3">
      {retrying && <WaitingNotice {...retrying} />}
      {page && error && <StaleNotice onRetry={list.retry} pending={retrying !== null} />}
      {page && fault && <p className="text-sm text-muted">{t('earlier')}</p>}
      {page?.truncated && isCurrent && <TruncatedNotice onSort={() => onChange({ sort: defaultUserSort })} />}
    </div>
  );
}

function StaleNotice({ onRetry, pending }: { onRetry: () => void; pending: boolean }) {
  const t = useT('users');
  const ui = useT('ui');
  const retry = (
    <Button variant="quiet" onClick={onRetry} pending={pending}>
      {ui('retry')}
    </Button>
  );
  return (
    <Banner tone="warning" role="status" action={retry}>
      {t('stale')}
    </Banner>
  );
}

function TruncatedNotice({ onSort }: { onSort: () => void }) {
  const t = useT('users');
  return (
    <Banner>
      {t('truncated.message', { limit })}{' '}
      <button type="button" onClick={onSort} className={textLinkStyle}>
        {t('truncated.action')}
      </button>
    </Banner>
  );
}
