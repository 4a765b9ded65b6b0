import type { ProxyConfig } from '../config.ts';
import { connectionsOf } from '../policy/policy-connections.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { organizationsOf } from './scope.ts';

/** Whether the user belongs to other organizations as well. */
export function isShared(user: Auth0User, key: string): boolean {
  return organizationsOf(user, key).length > 1;
}

/**
 * Which of a user's connections an organization may hear of. All, when he is its member alone. A shared user also
 * signs in by way of other organizations, whose connections bear their names: of him only the connection that is in
 * his id, and those that the vendor's policy names for this organization.
 */
export function showsConnection(
  user: Auth0User,
  organization: string,
  { organizationKey, policy }: ProxyConfig,
): (connection: string | undefined) => boolean {
  if (!isShared(user, organizationKey)) return () => true;
  const named = connectionsOf(policy, organization).map((connection) => connection.name);
  const shown = new Set([user.identities[0]?.connection, ...named]);
  return (connection) => connection === undefined || shown.has(connection);
}
