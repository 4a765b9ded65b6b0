import type { ProxyConfig } from '../config.ts';
import type { Asking } from '../policy/hook-context.ts';
import type { Rules } from '../policy/rules.ts';
import { type MemberScope, memberScope } from './member-scope.ts';

/**
 * The members who exist for an admin: those of his organization, as far as the vendor's policy lets him see them.
 *
 * @throws Problem `policy-refused` when the policy fails and something is to be written.
 */
export async function narrowedScope(
  asking: Asking,
  { config, rules }: { config: ProxyConfig; rules: Rules },
  options: { forWriting: boolean },
): Promise<MemberScope> {
  return memberScope(asking.organization, config.organizationKey, {
    filter: await rules.filter(asking, options),
    mayRead: (user) => rules.mayRead(asking, user),
  });
}
