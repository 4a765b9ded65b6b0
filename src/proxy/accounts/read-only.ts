import { type ProfileAttribute, profileAttribute, type ReadOnlyReason } from '#contract/user.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';
import { accountKind } from './account-kind.ts';

/**
 * Which attributes of a profile Auth0 does not let anyone change, and why: those of an identity provider come anew at
 * each login, unless the connection takes them at the first one only.
 *
 * @see https://auth0.com/docs/api/management/v2/users/patch-users-by-id
 */
export function readOnlyAttributes(
  user: Pick<Auth0User, 'identities'>,
  connection: Auth0Connection | null,
): { attribute: ProfileAttribute; reason: ReadOnlyReason }[] {
  const reason = readOnlyReason(user, connection);
  return reason ? profileAttribute.options.map((attribute) => ({ attribute, reason })) : [];
}

function readOnlyReason(
  user: Pick<Auth0User, 'identities'>,
  connection: Auth0Connection | null,
): ReadOnlyReason | null {
  const kind = accountKind(user, connection);
  if (kind === 'custom-database') return 'custom-database';
  const isOutside = kind === 'social' || kind === 'enterprise';
  const isSynced = connection?.options.set_user_root_attributes !== 'on_first_login';
  return isOutside && isSynced ? 'identity-provider' : null;
}
