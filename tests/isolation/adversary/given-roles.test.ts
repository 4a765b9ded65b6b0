import { expect, it } from 'vitest';
import { permission } from '#contract/permission.ts';
import { changeRoles, listRoles } from '#contract/roles.ts';
import { audience, canary } from '#mocks/seed/names.ts';
import { roleId, roles } from '#mocks/seed/roles.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { expectRefused, startOpen } from '../../support/refused-attempt.ts';

const tally = attackTally(
  'Roles above one’s own',
  'give a role that may do what one may not, that has come to, or that is no role at all',
);

const rightsOf = (id: string) =>
  roles
    .filter((role) => role.id === id)
    .flatMap((role) => role.permissions)
    .filter((grant) => grant.resource_server_identifier === audience)
    .map((grant) => grant.permission_name);

const noRoles = [
  'rol_0000000000000001',
  '',
  ' ',
  'Administrator',
  'org_acme',
  'auth0|x',
  '../users',
  '__proto__',
  roleId('Auditor').toUpperCase(),
  `${roleId('Auditor')}/permissions`,
  canary.repeat(200),
];

it.each(permission.options.filter((name) => name !== 'manage:roles'))(
  'lets an admin without %s give no role that has it, and nothing that is none',
  async (lacking) => {
    const acting = await startOpen();
    const held = permission.options.filter((name) => name !== lacking);
    const client = await acting.as(acting.addPerson({ memberOf: 'Acme', permissions: held }));
    const userId = acting.addPerson({ memberOf: 'Acme' }).user_id;
    const above = roles.filter(({ id }) => rightsOf(id).some((name) => !(held as string[]).includes(name)));
    const wishes = [...above.map(({ id }) => id), ...noRoles].map((id) => ({
      roles: [id],
      seen: [] as string[],
    }));
    const many = [roleId('Billing viewer'), ...above.map(({ id }) => id), ...noRoles.slice(0, 1)];

    for (const body of [...wishes, { roles: many, seen: [] }])
      await expectRefused(
        tally,
        { acting, client },
        {
          route: changeRoles,
          userId,
          body,
          refusal: /^403 role-refused|^400/,
        },
      );
    expect(acting.tenant.record(userId)?.roles ?? []).toEqual([]);
  },
);

it.each(roles.map(({ name, id }) => [name, id] as const))(
  'gives no role %s that has got more rights since the admin saw it',
  async (_, id) => {
    let isMore = false;
    const acting = await startOpen({
      async between(request, pass) {
        const response = await pass(request);
        if (!isMore || !request.url.includes(`/roles/${id}/permissions`)) return response;
        const more = { resource_server_identifier: audience, permission_name: 'vendor:everything' };
        return Response.json([...(await response.json()), more]);
      },
    });
    await acting.admin.call(listRoles, {});
    const userId = acting.addPerson({ memberOf: 'Acme' }).user_id;
    isMore = true;

    const body = { roles: [id], seen: [] };
    await expectRefused(
      tally,
      { acting, client: acting.admin },
      {
        route: changeRoles,
        userId,
        body,
        refusal: /^403 role-refused/,
      },
    );
  },
);
