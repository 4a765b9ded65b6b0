import { useLocation } from 'wouter';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { MenuChoice, MenuItems } from '#app/ui/menu-items.tsx';

/** The organizations of an admin who has several. */
export function OrganizationItems() {
  const [, navigate] = useLocation();
  const { organization, me } = useOrganization();
  return (
    <MenuItems>
      {me.organizations.map(({ id, name }) => (
        <MenuChoice key={id} checked={id === organization} onSelect={() => navigate(usersPath(id))}>
          {name}
        </MenuChoice>
      ))}
    </MenuItems>
  );
}
