import { z } from 'zod';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { Rules } from './rules.ts';

/** A host without a port; it goes into a header. */
const host = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i);

export function domainRules({ customDomain }: Policy, hooks: Hooks): Pick<Rules, 'customDomain'> {
  return {
    async customDomain(asking) {
      if (!customDomain) return null;
      return hooks.insist(
        'customDomain',
        () => customDomain(hooks.admin(asking)),
        (answer) => host.nullable().parse(answer),
      );
    },
  };
}
