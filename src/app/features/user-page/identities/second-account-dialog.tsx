import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useSettled } from '#app/lib/use-settled.ts';
import { useUserQueries } from '#app/lib/user-queries.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { SearchField } from '#app/ui/search-field.tsx';
import { maximumSearchLength } from '#contract/search.ts';
import type { UserProfile, UserSummary } from '#contract/user.ts';
import { FoundAccounts } from './found-accounts.tsx';

interface SecondAccountDialogProps {
  user: UserProfile;
  search: string;
  onSearch: (text: string) => void;
  onChoose: (second: UserSummary) => void;
  onClose: () => void;
}

/** Finds the second account of a person among the members. */
export function SecondAccountDialog(props: SecondAccountDialogProps) {
  const { user, search, onSearch, onChoose, onClose } = props;
  const t = useT('identities');
  const ui = useT('ui');
  const { organization } = useOrganization();
  const name = isolated(user.name);
  return (
    <Dialog
      title={t('linkTitle', { name })}
      width="wide"
      onClose={onClose}
      footer={<Button onClick={onClose}>{ui('cancel')}</Button>}
    >
      <p className="text-muted">{t('linkExplained', { name, organization: isolated(organization) })}</p>
      <SearchField
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        maxLength={maximumSearchLength}
        data-autofocus
        value={search}
        onValueChange={onSearch}
      />
      <Results search={useSettled(search.trim())} user={user} onChoose={onChoose} />
    </Dialog>
  );
}

interface ResultsProps {
  search: string;
  user: UserProfile;
  onChoose: (second: UserSummary) => void;
}

function Results({ search, user, onChoose }: ResultsProps) {
  const t = useT('identities');
  const isAsked = search !== '';
  const query = useQuery({
    ...useUserQueries().list({ q: search, per_page: '25' }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  if (!isAsked) return <p className="text-muted">{t('noneYet')}</p>;
  if (query.error) {
    return <FailurePanel error={query.error} onRetry={() => query.refetch()} retrying={query.isFetching} />;
  }
  if (!query.data) return <p role="status">{t('searching')}</p>;
  const others = query.data.users.filter(({ user_id }) => user_id !== user.user_id);
  return (
    <FoundAccounts
      accounts={others}
      areMore={query.data.next !== null}
      busy={query.isPlaceholderData}
      onChoose={onChoose}
    />
  );
}
