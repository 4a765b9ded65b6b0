import { Building2, ChevronsUpDown } from 'lucide-react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Menu } from '#app/ui/menu.tsx';

const OrganizationItems = lazyWithWords(
  [],
  async () => (await import('./organization-items.tsx')).OrganizationItems,
);

/** Where one works; a choice for those who have several organizations. */
export function OrganizationSwitcher() {
  const t = useT('shell');
  const { organization, me } = useOrganization();
  const name = me.organizations.find(({ id }) => id === organization)?.name ?? organization;
  if (me.organizations.length < 2) {
    return (
      <p className="flex min-w-0 items-center gap-1.5 px-1 text-muted">
        <Building2 aria-hidden className="size-4 shrink-0" />
        <span className="truncate">{name}</span>
      </p>
    );
  }
  const trigger = {
    'aria-label': t('currentOrganization', { name }),
    className: 'flex min-h-8 min-w-0 items-center gap-1.5 rounded-md border border-edge px-2 hover:bg-sunken',
    children: (
      <>
        <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
        <span className="truncate font-medium">{name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted" />
      </>
    ),
  };
  return (
    <Menu label={t('switchOrganization')} trigger={trigger}>
      <OrganizationItems />
    </Menu>
  );
}
