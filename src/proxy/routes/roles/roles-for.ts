import type { AssignableRole } from '#contract/roles.ts';
import type { Admin } from '../../access/access.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';

/**
 * Reads once more what the roles allow that are about to be given: what is known of them may be a minute old, and what a
 * role has got since would be given with it.
 *
 * @returns whether one of them outranks the admin, or is gone.
 */
export async function outrankNow(
  admin: Admin,
  ids: readonly string[],
  { gateway, config }: Pick<Services, 'gateway' | 'config'>,
  caller: Caller,
): Promise<boolean> {
  const all = await Promise.all(ids.map((id) => gateway.rolePermissions(id, config.audience, caller)));
  return !all.every((rights) => rights?.every((name) => admin.rights.has(name)));
}

/**
 * The tenant's roles that the vendor's policy shows an admin, and what stands against giving them: a role that may do
 * more at our API than he may outranks him, whatever the policy says. Taking needs the same as giving.
 */
export async function rolesFor(
  asking: { admin: Admin; organization: string },
  { facts, rules }: Services,
  caller: Caller,
): Promise<AssignableRole[]> {
  const [all, ruleOf] = await Promise.all([facts.roles(caller), rules.roles(asking)]);
  const shown = await Promise.all(
    all.map(async (role): Promise<AssignableRole[]> => {
      const rule = ruleOf(role);
      if (rule.kind === 'hidden') return [];
      const rights = await facts.rightsOf(role.id, caller);
      // Deleted since the list was read.
      if (!rights) return [];
      if (!rights.every((name) => asking.admin.rights.has(name))) return [{ ...role, locked: 'outranked' }];
      return [rule.kind === 'locked' ? { ...role, locked: 'policy', reason: rule.reason } : role];
    }),
  );
  return shown.flat();
}
