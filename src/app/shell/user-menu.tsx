import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Menu } from '#app/ui/menu.tsx';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';

const UserMenuItems = lazyWithWords([], async () => (await import('./user-menu-items.tsx')).UserMenuItems);

/** Who one is, how it looks, and the way out. */
export function UserMenu() {
  const t = useT('shell');
  const { me } = useOrganization();
  const trigger = {
    className: 'flex rounded-full',
    children: (
      <>
        <Avatar name={me.name} picture={me.picture} />
        <VisuallyHidden>{t('account', { name: me.name })}</VisuallyHidden>
      </>
    ),
  };
  return (
    <Menu label={t('accountMenu')} trigger={trigger} align="end">
      <UserMenuItems />
    </Menu>
  );
}
