import { getMe } from '#contract/routes.ts';
import { permissionsIn } from '../access/access.ts';
import { connectionsOf } from '../policy/policy-connections.ts';
import type { Services } from '../services.ts';
import { type Binding, bindPersonal } from './bind.ts';

/** Everything that it tells was read to let the admin in. */
export function bindMe({ config }: Services): Binding {
  return bindPersonal(getMe, async ({ admin }) => {
    const { profile, organization } = admin;
    const { title, fields } = config.policy;
    return {
      user_id: profile.user_id,
      name: profile.name ?? profile.email ?? profile.user_id,
      email: profile.email,
      picture: profile.picture,
      organizations: admin.organizations.map((name) => ({ id: name, name })),
      organization,
      permissions: permissionsIn(admin.rights),
      settings: {
        title,
        fields: fields.map(({ name, label }) => ({
          name,
          label,
          type: 'text' as const,
          required: false,
          shows: ['search' as const, 'detail' as const],
          editable: false,
        })),
        connections: connectionsOf(config.policy, organization),
        applications: [],
        messages: {},
        links: [],
        creation: ['invite' as const],
        reasons: [],
      },
    };
  });
}
