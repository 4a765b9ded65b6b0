import type { Management } from 'auth0';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Fields } from './answers.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';
import { UpstreamFailure } from './upstream-failure.ts';
import { ofUser } from './user-path.ts';

/** An identity as it is named in calls: its id has no prefix. */
export interface IdentityName {
  provider: string;
  user_id: string;
}

/**
 * Several accounts as one user. Both throw what `Gateway` throws, and are never repeated: the second try would find what
 * the first has done. False for a missing user.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/user-account-linking
 */
export interface IdentitiesGateway {
  /**
   * The second account becomes an identity of the first. Its metadata, its roles and its user id are gone for good.
   *
   * @throws Problem `not-possible` when Auth0 finds no such account, or one that is linked already.
   */
  linkIdentity(userId: string, second: IdentityName, caller: Caller): Promise<boolean>;
  /** The identity becomes a user of its own, without any metadata: `provider|user_id`. */
  unlinkIdentity(userId: string, identity: IdentityName, caller: Caller): Promise<boolean>;
}

const identities = z.array(
  z.object({ provider: z.string() } satisfies Fields<Management.UserIdentitySchema>),
);

export function openIdentities(reader: Reader): IdentitiesGateway {
  return {
    async linkIdentity(userId, { provider, user_id }, caller) {
      const body = { provider, user_id };
      const call = { ...ofUser(userId, 'identities'), method: 'POST', body, idempotent: false } as const;
      return (await reader.write(call, identities, caller).catch(notLinkable)) !== null;
    },
    async unlinkIdentity(userId, { provider, user_id }, caller) {
      const names = [provider, user_id].map(encodeURIComponent).join('/');
      const path = `${ofUser(userId, 'identities').path}/${names}` as const;
      const template = '/users/{id}/identities/{provider}/{id}';
      const call = { template, path, method: 'DELETE', idempotent: false } as const;
      return (await reader.write(call, identities, caller)) !== null;
    },
  };
}

/** Auth0 says 409 for one that is linked already, and 400 for all else that stands against it. */
function notLinkable(error: unknown): never {
  const cause = error instanceof Problem ? error.cause : undefined;
  const isRefusal = cause instanceof UpstreamFailure && (cause.status === 400 || cause.status === 409);
  if (!isRefusal) throw error;
  throw new Problem('not-possible', { detail: 'Auth0 does not link these two accounts.', cause });
}
