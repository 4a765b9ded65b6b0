import { z } from 'zod';
import { type Auth0User, auth0User } from './answers.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';

/** Throws what `Gateway` throws. */
export interface UsersByEmailGateway {
  /**
   * Every account of the tenant with exactly this email, in whatever connection, as it is now: search lags, this does
   * not.
   *
   * @see https://auth0.com/docs/manage-users/user-search/get-users-by-id-or-email
   */
  usersByEmail(email: string, caller: Caller): Promise<Auth0User[]>;
}

export function openUsersByEmail(reader: Reader): UsersByEmailGateway {
  return {
    async usersByEmail(email, caller) {
      const read = { template: '/users-by-email', path: '/users-by-email', query: { email } } as const;
      return (await reader.read(read, z.array(auth0User), caller, { fresh: true })) ?? [];
    },
  };
}
