import type { Management } from 'auth0';
import { z } from 'zod';
import { type Auth0User, auth0User } from './answers.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';
import { understood } from './understood-refusal.ts';
import { ofUser } from './user-path.ts';

/** What is written to a user. Metadata is merged by its first level: a key is replaced whole, null removes it. */
export type UserPatch = Pick<
  Management.UpdateUserRequestContent,
  | 'name'
  | 'nickname'
  | 'given_name'
  | 'family_name'
  | 'picture'
  | 'blocked'
  | 'email'
  | 'email_verified'
  | 'verify_email'
  | 'username'
  | 'phone_number'
  | 'phone_verified'
  | 'password'
  | 'connection'
  | 'client_id'
> & { app_metadata?: Record<string, unknown>; user_metadata?: Record<string, unknown> };

/**
 * Writes to users. All throw what `Gateway` throws, and Problem `identifier-taken`, `weak-password` or `not-possible`
 * where Auth0 says why it would not.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/manage-users-using-the-management-api
 */
export interface UserWritesGateway {
  /**
   * Null for a missing user. Repeated like a read, but for what must not happen twice: a password, which may then be an
   * old one, and a change that sends a mail.
   */
  updateUser(id: string, patch: UserPatch, caller: Caller): Promise<Auth0User | null>;
  /** Never repeated: the second try would find the first one's user. */
  createUser(user: Management.CreateUserRequestContent, caller: Caller): Promise<Auth0User>;
  /** Of a user who is not there, Auth0 says the same. */
  deleteUser(id: string, caller: Caller): Promise<void>;
  /** Never repeated. False for a missing user. */
  sendVerificationEmail(id: string, clientId: string, caller: Caller): Promise<boolean>;
  /**
   * An address where the person chooses a new password: a secret. Null for a missing user. No mail is sent.
   *
   * @see https://auth0.com/docs/api/management/v2/tickets/post-password-change
   */
  passwordTicket(id: string, clientId: string, caller: Caller): Promise<string | null>;
}

export function openUserWrites(reader: Reader): UserWritesGateway {
  return {
    async updateUser(id, patch, caller) {
      const body: Management.UpdateUserRequestContent = patch;
      const idempotent = patch.password === undefined && patch.verify_email !== true;
      const call = { ...ofUser(id), method: 'PATCH', body, idempotent } as const;
      return reader.write(call, auth0User, caller).catch(understood);
    },
    async createUser(body, caller) {
      const call = { template: '/users', path: '/users', method: 'POST', body, idempotent: false } as const;
      const made = await reader.write(call, auth0User, caller).catch(understood);
      if (!made) throw new Error('Auth0 has no place for users');
      return made;
    },
    async deleteUser(id, caller) {
      await reader.write({ ...ofUser(id), method: 'DELETE', idempotent: true }, nothing, caller);
    },
    async sendVerificationEmail(user_id, client_id, caller) {
      const body: Management.CreateVerificationEmailRequestContent = { user_id, client_id };
      const path = '/jobs/verification-email';
      const call = { template: path, path, method: 'POST', body, idempotent: false } as const;
      return (await reader.write(call, nothing, caller).catch(understood)) !== null;
    },
    async passwordTicket(user_id, client_id, caller) {
      const body: Management.ChangePasswordTicketRequestContent = { user_id, client_id };
      const path = '/tickets/password-change';
      const call = { template: path, path, method: 'POST', body, idempotent: true } as const;
      return (await reader.write(call, ticketAnswer, caller).catch(understood))?.ticket ?? null;
    },
  };
}

const ticketAnswer = z.object({ ticket: z.url() });

/** 204, or a job that goes on without us. */
const nothing = z.unknown().transform(() => true);
