import type { Asking } from './hook-context.ts';
import { type Memberships, membershipChoices, membershipPatch } from './memberships.ts';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { Rules } from './rules.ts';

/** @param forbidden - where organizations stand. */
export function membershipRules(
  policy: Policy,
  hooks: Hooks,
  forbidden: string,
): Pick<Rules, 'memberships' | 'writeMemberships'> {
  async function memberships(asking: Asking): Promise<Memberships | null> {
    const hook = policy.memberships;
    if (!hook) return null;
    return hooks.insist(
      'memberships',
      () => hook(hooks.admin(asking)),
      (answer) =>
        membershipChoices
          .refine(({ path }) => path !== forbidden)
          .nullable()
          .parse(answer),
    );
  }

  return {
    memberships,
    writeMemberships: async (chosen, asking) => membershipPatch(await memberships(asking), chosen),
  };
}
