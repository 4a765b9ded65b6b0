import type { RefreshToken } from '../model.ts';
import type { Store } from '../store.ts';
import type { Grant } from './authority.ts';
import { lastSeen, newDevice } from './device.ts';
import { opaqueValue } from './opaque-value.ts';
import { openShelf } from './shelf.ts';

/**
 * The refresh tokens that came out of one sign-in; with rotation only the newest is good. The store knows the family by
 * the same id, without its secrets: when it has ended there, its tokens are worth nothing.
 */
interface Family {
  grant: Grant;
  newest: string;
}

type RefreshOutcome =
  | { kind: 'known'; grant: Grant; family: string }
  /** An old token of a rotating client: somebody may have stolen it, so the whole family is revoked. */
  | { kind: 'reused'; grant: Grant }
  | { kind: 'unknown' };

export interface RefreshTokens {
  issue(grant: Grant, request: Request, rotating: boolean): string;
  find(token: string, clientId: string, rotating: boolean): RefreshOutcome;
  /** Notes that a family has been used. With rotation gives the next token; the one before it is an old one then. */
  exchange(family: string, request: Request, rotating: boolean): string | undefined;
  /** Revokes a token's whole family; gives what it stood for, or null when it stood for nothing. */
  revoke(token: string, clientId: string): Grant | null;
}

/** Auth0's default life of a refresh token: thirty days, fifteen without use. */
const lifeSeconds = 2_592_000;
const idleLifeMs = 1_296_000_000;

/** @see https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation */
export function openRefreshTokens(store: Store): RefreshTokens {
  const families = openShelf<Family>(store, 'refresh-families/');
  const familyOfToken = openShelf<string>(store, 'refresh-tokens/');
  const iso = (ms: number) => new Date(ms).toISOString();

  function add(id: string, grant: Grant): string {
    const token = `v1.${opaqueValue(40)}`;
    familyOfToken.put(token, id, lifeSeconds);
    families.put(id, { grant, newest: token }, lifeSeconds);
    return token;
  }

  function describe(id: string, grant: Grant, request: Request, rotating: boolean): RefreshToken {
    const { audience } = grant;
    const at = iso(store.now());
    return {
      id,
      user_id: grant.userId,
      client_id: grant.clientId,
      session_id: grant.sessionId ?? null,
      created_at: at,
      idle_expires_at: iso(store.now() + idleLifeMs),
      expires_at: iso(store.now() + lifeSeconds * 1000),
      last_exchanged_at: at,
      rotating,
      resource_servers: audience === undefined ? [] : [{ audience, scopes: grant.scope.join(' ') }],
      device: newDevice(request),
    };
  }

  function lookUp(token: string, clientId: string) {
    const id = familyOfToken.get(token);
    const family = id === null || !store.refreshTokens.begun(id) ? null : families.get(id);
    return id !== null && family?.grant.clientId === clientId ? { id, family } : null;
  }

  function end(id: string): void {
    store.refreshTokens.end(id);
    families.remove(id);
  }

  return {
    issue(grant, request, rotating) {
      const id = opaqueValue(24);
      store.refreshTokens.put(describe(id, grant, request, rotating));
      return add(id, grant);
    },
    find(token, clientId, rotating) {
      const found = lookUp(token, clientId);
      if (!found) return { kind: 'unknown' };
      const { id, family } = found;
      if (!rotating || family.newest === token) return { kind: 'known', grant: family.grant, family: id };
      end(id);
      return { kind: 'reused', grant: family.grant };
    },
    exchange(id, request, rotating) {
      const family = families.get(id);
      const token = store.refreshTokens.begun(id);
      if (!family || !token) throw new Error('No such family of refresh tokens.');
      store.refreshTokens.put({
        ...token,
        last_exchanged_at: iso(store.now()),
        idle_expires_at: iso(store.now() + idleLifeMs),
        device: lastSeen(token.device, request),
      });
      return rotating ? add(id, family.grant) : undefined;
    },
    revoke(token, clientId) {
      const found = lookUp(token, clientId);
      if (found) end(found.id);
      return found?.family.grant ?? null;
    },
  };
}
