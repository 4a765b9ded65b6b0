import type { ProxyConfig } from '../config.ts';
import type { Asking } from '../policy/hook-context.ts';
import type { Rules } from '../policy/rules.ts';
import { type MemberScope, memberScope } from './member-scope.ts';

/** The members who exist for an admin: those of his organization, as far as the vendor's policy lets him see them. */
export async function narrowedScope(
  asking: Asking,
  { config, rules }: { config: ProxyConfig; rules: Rules },
): Promise<MemberScope> {
  return memberScope(asking.organization, config.organizationKey, {
    filter: await rules.filter(asking),
    mayRead: (user) => rules.mayRead(asking, user),
  });
}
