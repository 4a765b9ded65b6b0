import { getMe } from '#contract/routes.ts';
import { permissionsIn } from '../access/access.ts';
import type { Services } from '../services.ts';
import { type Binding, bindPersonal } from './bind.ts';

/** Everything that it tells was read to let the admin in. */
export function bindMe({ rules }: Services): Binding {
  return bindPersonal(getMe, async ({ admin, languages }) => {
    const { profile, organization } = admin;
    return {
      user_id: profile.user_id,
      name: profile.name ?? profile.email ?? profile.user_id,
      email: profile.email,
      picture: profile.picture,
      organizations: admin.organizations.map((name) => ({ id: name, name })),
      organization,
      permissions: permissionsIn(admin.rights),
      settings: await rules.settings({ admin, organization }, languages),
    };
  });
}
