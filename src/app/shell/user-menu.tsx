import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { type Theme, useTheme } from '#app/lib/theme.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { useSession } from '#app/session/session.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Menu, MenuChoice, MenuGroup, MenuItem } from '#app/ui/menu.tsx';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';

const themes = [
  { theme: 'system', icon: Monitor, label: 'themeSystem' },
  { theme: 'light', icon: Sun, label: 'themeLight' },
  { theme: 'dark', icon: Moon, label: 'themeDark' },
] as const satisfies { theme: Theme; icon: unknown; label: string }[];

/** Who one is, how it looks, and the way out. */
export function UserMenu() {
  const t = useT('shell');
  const { me } = useOrganization();
  const { signOut } = useSession();
  const [theme, setTheme] = useTheme();
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
      <div role="presentation" className="px-2 py-1">
        <p className="font-medium">{me.name}</p>
        {me.email && me.email !== me.name && <p className="text-sm text-muted">{me.email}</p>}
      </div>
      <MenuGroup label={t('theme')}>
        {themes.map(({ theme: choice, icon: Icon, label }) => (
          <MenuChoice
            key={choice}
            icon={<Icon aria-hidden className="size-4 text-muted" />}
            checked={theme === choice}
            onSelect={() => setTheme(choice)}
          >
            {t(label)}
          </MenuChoice>
        ))}
      </MenuGroup>
      <div role="presentation" className="mt-1 border-t border-line pt-1">
        <MenuItem
          icon={<LogOut aria-hidden className="size-4 text-muted rtl:-scale-x-100" />}
          onSelect={signOut}
        >
          {t('signOut')}
        </MenuItem>
      </div>
    </Menu>
  );
}
