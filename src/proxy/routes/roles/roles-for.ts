import type { AssignableRole } from '#contract/roles.ts';
import type { Admin } from '../../access/access.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';

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
