import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { type UserTab, userPath, userTabs } from '#app/paths.ts';
import type { UserId } from '#contract/user.ts';

interface UserTabsProps {
  userId: UserId;
  current: UserTab;
}

/** The way between the parts of a user's page: real links, each with an address of its own. */
export function UserTabs({ userId, current }: UserTabsProps) {
  const t = useT('userPage.tabs');
  const { organization, can } = useOrganization();
  // Leads back to the list from every tab.
  const wayBack = useHistoryState<unknown>();
  const shown = userTabs.filter((tab) => tab !== 'activity' || tab === current || can('read:activity'));
  return (
    <nav aria-label={t('label')} className="mb-4 border-b border-line">
      <ul className="-mb-px flex flex-wrap gap-x-1">
        {shown.map((tab) => (
          <li key={tab}>
            <Link
              href={userPath(organization, userId, tab)}
              state={wayBack}
              aria-current={tab === current ? 'page' : undefined}
              className={tabStyle}
            >
              {t(tab)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const tabStyle =
  'flex min-h-9 items-center rounded-t-md border-b-2 border-transparent px-2.5 font-medium text-muted ' +
  'hover:border-line-strong hover:text-ink aria-[current]:border-accent-text aria-[current]:text-ink';
