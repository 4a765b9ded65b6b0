import * as z from 'zod/mini';
import { application, type Connection, connection, type Settings } from '#contract/me.ts';
import type { Policy } from './policy.ts';

const connections = z.array(connection);
const applications = z.array(application);

/**
 * The connections that the vendor's policy names for an organization; none without an organization.
 *
 * @throws what the policy throws, or ZodError when it gives something else: no answer is a refusal.
 */
export function connectionsOf(policy: Policy, organization: string | null): Connection[] {
  return organization === null ? [] : connections.parse(policy.connections(organization));
}

/** The applications that mails to an organization's people may lead to; as `connectionsOf`. */
export function applicationsOf(policy: Policy, organization: string | null): Settings['applications'] {
  return organization === null ? [] : applications.parse(policy.applications(organization));
}
