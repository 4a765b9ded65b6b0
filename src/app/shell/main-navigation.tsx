import { Link, useRoute } from 'wouter';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { auditPath, screens, usersPath } from '#app/paths.ts';

/** The ways to the screens that an admin may see; a row of its own where there is no room beside the rest. */
export function MainNavigation() {
  const t = useT('shell');
  const { organization, can } = useOrganization();
  const hasLog = can('read:audit');
  return (
    <nav
      aria-label={t('mainNavigation')}
      className={hasLog ? 'flex max-sm:order-last max-sm:basis-full max-sm:pb-1' : 'flex max-sm:hidden'}
    >
      <Entry href={usersPath(organization)} path={screens.users.path} label={t('users')} />
      {hasLog && <Entry href={auditPath(organization)} path={screens.audit.path} label={t('audit')} />}
    </nav>
  );
}

function Entry({ href, path, label }: { href: string; path: string; label: string }) {
  const [isHere] = useRoute(`${path}/*?`);
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="inline-flex min-h-8 items-center rounded-md px-2.5 font-medium text-muted hover:bg-sunken aria-[current]:text-ink"
    >
      {label}
    </Link>
  );
}
