import type { Management } from 'auth0';
import { z } from 'zod';
import {
  type Auth0DeviceCredential,
  type Auth0RefreshToken,
  type Auth0Session,
  deviceCredentials,
  refreshTokenPage,
  sessionPage,
} from './answers-access.ts';
import type { UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';
import { ofUser } from './user-path.ts';

/**
 * Where people are signed in, and which applications act for them. Sessions and refresh tokens need Auth0's Enterprise
 * plan: without it every call is refused with `insufficient_entitlement`. What is ended is gone a while later: Auth0
 * answers 202. A user who is gone has nothing.
 *
 * All throw what `Gateway` throws.
 *
 * @see https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api
 */
export interface AccessGateway {
  sessions(userId: string, caller: Caller): Promise<Auth0Session[]>;
  refreshTokens(userId: string, caller: Caller): Promise<Auth0RefreshToken[]>;
  deviceCredentials(userId: string, caller: Caller): Promise<Auth0DeviceCredential[]>;
  /** Ends all sessions and refresh tokens; false for a missing user. */
  revokeAccess(userId: string, caller: Caller): Promise<boolean>;
  /** Ends a session and the refresh tokens that it gave; false when it is gone. */
  endSession(sessionId: string, caller: Caller): Promise<boolean>;
  endRefreshToken(tokenId: string, caller: Caller): Promise<boolean>;
  removeDeviceCredential(credentialId: string, caller: Caller): Promise<boolean>;
}

const pageSize = 50;
/** 1,000 of each; whoever has more is no person. */
const maximumPages = 20;
const devicePageSize = 100;

const deviceTypes = ['refresh_token', 'rotating_refresh_token', 'public_key'] as const;

export function openAccess(reader: Reader): AccessGateway {
  /** All of a list that is read by checkpoints. */
  async function everyPage<Item>(
    read: (query: { take: number; from?: string }) => Promise<{ items: Item[]; next?: string }>,
  ): Promise<Item[]> {
    const all: Item[] = [];
    let from: string | undefined;
    for (let page = 0; page < maximumPages; page += 1) {
      const { items, next } = await read({ take: pageSize, from });
      all.push(...items);
      if (next === undefined) break;
      from = next;
    }
    return all;
  }

  async function devicesOf(userId: string, type: (typeof deviceTypes)[number], caller: Caller) {
    const query: Management.ListDeviceCredentialsRequestParameters = {
      user_id: userId,
      type,
      per_page: devicePageSize,
    };
    const read = { template: '/device-credentials', path: '/device-credentials', query } as const;
    return (await reader.read(read, deviceCredentials, caller)) ?? [];
  }

  /** Ending what is ended already does no more, so it is repeated like a read. */
  async function done(call: Omit<UpstreamCall, 'idempotent'>, caller: Caller): Promise<boolean> {
    return (await reader.write({ ...call, idempotent: true }, anything, caller)) !== null;
  }

  return {
    sessions: (userId, caller) =>
      everyPage(async (query) => {
        const page = await reader.read({ ...ofUser(userId, 'sessions'), query }, sessionPage, caller);
        return { items: page?.sessions ?? [], next: page?.next };
      }),
    refreshTokens: (userId, caller) =>
      everyPage(async (query) => {
        const page = await reader.read(
          { ...ofUser(userId, 'refresh-tokens'), query },
          refreshTokenPage,
          caller,
        );
        return { items: page?.tokens ?? [], next: page?.next };
      }),
    async deviceCredentials(userId, caller) {
      const found = await Promise.all(deviceTypes.map((type) => devicesOf(userId, type, caller)));
      return found.flat();
    },
    async revokeAccess(userId, caller) {
      if (await done({ ...ofUser(userId, 'revoke-access'), method: 'POST', body: {} }, caller)) return true;
      // Either he is gone, or this tenant does not know the call.
      const ended = await Promise.all(
        ['sessions', 'refresh-tokens'].map((part) =>
          done({ ...ofUser(userId, part), method: 'DELETE' }, caller),
        ),
      );
      return ended.every(Boolean);
    },
    async endSession(sessionId, caller) {
      if (await done({ ...one('sessions', sessionId, '/revoke'), method: 'POST' }, caller)) return true;
      return done({ ...one('sessions', sessionId), method: 'DELETE' }, caller);
    },
    endRefreshToken: (tokenId, caller) =>
      done({ ...one('refresh-tokens', tokenId), method: 'DELETE' }, caller),
    removeDeviceCredential: (credentialId, caller) =>
      done({ ...one('device-credentials', credentialId), method: 'DELETE' }, caller),
  };
}

/** Auth0 answers these with nothing that says more than its status. */
const anything = z.unknown().transform(() => true);

function one(kind: string, id: string, rest = ''): Pick<UpstreamCall, 'template' | 'path'> {
  return { template: `/${kind}/{id}${rest}`, path: `/${kind}/${encodeURIComponent(id)}${rest}` };
}
