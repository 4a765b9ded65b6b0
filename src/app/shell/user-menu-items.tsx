import { ExternalLink, LogOut, Mail, Monitor, Moon, Sun } from 'lucide-react';
import { type Theme, useTheme } from '#app/lib/theme.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { useSession } from '#app/session/session.ts';
import { MenuChoice, MenuGroup, MenuItem, MenuItems, MenuLink } from '#app/ui/menu-items.tsx';

const themes = [
  { theme: 'system', icon: Monitor, label: 'themeSystem' },
  { theme: 'light', icon: Sun, label: 'themeLight' },
  { theme: 'dark', icon: Moon, label: 'themeDark' },
] as const satisfies { theme: Theme; icon: unknown; label: string }[];

export function UserMenuItems() {
  const t = useT('shell');
  const { me } = useOrganization();
  const { signOut } = useSession();
  const [theme, setTheme] = useTheme();
  return (
    <MenuItems>
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
      <VendorLinks />
      <div role="presentation" className="mt-1 border-t border-line pt-1">
        <MenuItem
          icon={<LogOut aria-hidden className="size-4 text-muted rtl:-scale-x-100" />}
          onSelect={signOut}
        >
          {t('signOut')}
        </MenuItem>
      </div>
    </MenuItems>
  );
}

/** Help, contact, terms: where the vendor wants his customers' admins to find him. */
function VendorLinks() {
  const { links } = useOrganization().me.settings;
  if (links.length === 0) return null;
  return (
    <div role="presentation" className="mt-1 border-t border-line pt-1">
      {links.map(({ label, href }) => {
        const Icon = href.startsWith('mailto:') ? Mail : ExternalLink;
        return (
          <MenuLink key={href} href={href} icon={<Icon aria-hidden className="size-4 text-muted" />}>
            {label}
          </MenuLink>
        );
      })}
    </div>
  );
}
