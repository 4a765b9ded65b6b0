import { useT } from '#app/messages/use-t.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import type { UserSummary } from '#contract/user.ts';

interface FoundAccountsProps {
  accounts: UserSummary[];
  areMore: boolean;
  /** Those of an earlier search, until the new ones come. */
  busy: boolean;
  onChoose: (account: UserSummary) => void;
}

/** Members to choose from. */
export function FoundAccounts({ accounts, areMore, busy, onChoose }: FoundAccountsProps) {
  const t = useT('identities');
  return (
    <div aria-busy={busy} className={busy ? 'opacity-60' : undefined}>
      <p role="status" className="text-sm text-muted">
        {areMore ? t('first', { count: accounts.length }) : t('found', { count: accounts.length })}
      </p>
      <ul className="-mx-2 mt-1 max-h-72 overflow-y-auto">
        {accounts.map((account) => (
          <li key={account.user_id} className="border-b border-line last:border-b-0">
            <Account account={account} onChoose={() => onChoose(account)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Account({ account, onChoose }: { account: UserSummary; onChoose: () => void }) {
  const labelOf = useConnectionLabel();
  const { name, email, username, phone_number, picture, connection } = account;
  const ways = [email, username, phone_number].filter((way) => way !== undefined && way !== name);
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex w-full items-center gap-3 rounded-md px-2 py-2 text-start hover:bg-sunken"
    >
      <Avatar name={name} picture={picture} />
      <span className="grid min-w-0 flex-1">
        <bdi className="font-medium">{name}</bdi>
        <span className="flex flex-wrap gap-x-3 text-sm text-muted">
          {ways[0] && <bdi>{ways[0]}</bdi>}
          <bdi>{labelOf(connection)}</bdi>
        </span>
      </span>
    </button>
  );
}
