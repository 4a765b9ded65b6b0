import * as z from 'zod/mini';
import { type Connection, connection } from '#contract/me.ts';
import type { Policy } from './policy.ts';

const connections = z.array(connection);

/**
 * The connections that the vendor's policy names for an organization; none without an organization.
 *
 * @throws what the policy throws, or ZodError when it gives something else: no answer is a refusal.
 */
export function connectionsOf(policy: Policy, organization: string | null): Connection[] {
  return organization === null ? [] : connections.parse(policy.connections(organization));
}
