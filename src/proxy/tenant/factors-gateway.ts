import { z } from 'zod';
import { type Auth0AuthenticationMethod, authenticationMethods } from './answers.ts';
import type { UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';
import { idSegment } from './user-id.ts';
import { ofUser } from './user-path.ts';

/** What keeps a person out or proves who he is. All throw what `Gateway` throws; false for a missing user. */
export interface FactorsGateway {
  /** As they are now, whatever else is being read; null for a missing user. */
  methodsNow(userId: string, caller: Caller): Promise<Auth0AuthenticationMethod[] | null>;
  /** False when it is gone. Auth0 refuses it (403, with no code) for some who have a passkey. */
  removeMethod(userId: string, methodId: string, caller: Caller): Promise<boolean>;
  /** Null for one who has no second factor. The old code is void. */
  newRecoveryCode(userId: string, caller: Caller): Promise<string | null>;
  /** @see https://auth0.com/docs/secure/multi-factor-authentication/customize-mfa */
  forgetBrowsers(userId: string, caller: Caller): Promise<boolean>;
  /** @see https://auth0.com/docs/secure/attack-protection/brute-force-protection */
  removeBruteForceBlocks(userId: string, caller: Caller): Promise<boolean>;
}

/** @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis */
export function openFactors(reader: Reader): FactorsGateway {
  /** Each of these done twice does no more than once, so it is repeated like a read. */
  async function done(call: Omit<UpstreamCall, 'idempotent'>, caller: Caller): Promise<boolean> {
    return (await reader.write({ ...call, idempotent: true }, nothing, caller)) !== null;
  }

  return {
    methodsNow: (userId, caller) =>
      reader.read(
        { ...ofUser(userId, 'authentication-methods'), query: { per_page: 100 } },
        authenticationMethods,
        caller,
        { fresh: true },
      ),
    removeMethod: (userId, methodId, caller) =>
      done(
        {
          template: '/users/{id}/authentication-methods/{id}',
          path: `${ofUser(userId, 'authentication-methods').path}/${encodeURIComponent(methodId)}`,
          method: 'DELETE',
        },
        caller,
      ),
    async newRecoveryCode(userId, caller) {
      // The newest code counts: one whose answer was lost is void once another is made.
      const call = { ...ofUser(userId, 'recovery-code-regeneration'), method: 'POST' } as const;
      const made = await reader.write({ ...call, idempotent: true }, recoveryCode, caller);
      return made?.recovery_code ?? null;
    },
    forgetBrowsers: (userId, caller) =>
      done({ ...ofUser(userId, 'multifactor/actions/invalidate-remember-browser'), method: 'POST' }, caller),
    removeBruteForceBlocks: (userId, caller) =>
      done(
        { template: '/user-blocks/{id}', path: `/user-blocks/${idSegment(userId)}`, method: 'DELETE' },
        caller,
      ),
  };
}

const recoveryCode = z.object({ recovery_code: z.string().min(1) });

/** 204. */
const nothing = z.unknown().transform(() => true);
