import type { Store } from '../store.ts';
import type { Grant } from './authority.ts';
import { opaqueValue } from './opaque-value.ts';
import { openShelf } from './shelf.ts';

/** The refresh tokens that came out of one sign-in; with rotation only the newest is good. */
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
  issue(grant: Grant): string;
  find(token: string, clientId: string, rotating: boolean): RefreshOutcome;
  /** The next token of a family; from then on the one before it is an old one. */
  rotate(family: string): string;
  /** Revokes a token's whole family; gives what it stood for, or null when it stood for nothing. */
  revoke(token: string, clientId: string): Grant | null;
}

/** Auth0's default life of a refresh token: thirty days. */
const lifeSeconds = 2_592_000;

/** @see https://auth0.com/docs/secure/tokens/refresh-tokens/refresh-token-rotation */
export function openRefreshTokens(store: Store): RefreshTokens {
  const families = openShelf<Family>(store, 'refresh-families/');
  const familyOfToken = openShelf<string>(store, 'refresh-tokens/');

  function add(id: string, grant: Grant): string {
    const token = `v1.${opaqueValue(40)}`;
    familyOfToken.put(token, id, lifeSeconds);
    families.put(id, { grant, newest: token }, lifeSeconds);
    return token;
  }

  function lookUp(token: string, clientId: string) {
    const id = familyOfToken.get(token);
    const family = id === null ? null : families.get(id);
    return id !== null && family?.grant.clientId === clientId ? { id, family } : null;
  }

  return {
    issue: (grant) => add(opaqueValue(), grant),
    find(token, clientId, rotating) {
      const found = lookUp(token, clientId);
      if (!found) return { kind: 'unknown' };
      const { id, family } = found;
      if (!rotating || family.newest === token) return { kind: 'known', grant: family.grant, family: id };
      families.remove(id);
      return { kind: 'reused', grant: family.grant };
    },
    rotate(id) {
      const family = families.get(id);
      if (!family) throw new Error('No such family of refresh tokens.');
      return add(id, family.grant);
    },
    revoke(token, clientId) {
      const found = lookUp(token, clientId);
      if (found) families.remove(found.id);
      return found?.family.grant ?? null;
    },
  };
}
