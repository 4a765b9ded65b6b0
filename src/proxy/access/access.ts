import { type Permission, permission } from '#contract/permission.ts';
import { Problem } from '../problem.ts';
import type { Auth0Admin } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import type { Standings } from './standing.ts';
import type { Authentication } from './step-up.ts';
import type { TokenClaims } from './verify-token.ts';

/** Who is asking, as far as the tenant vouches for him. */
interface Identity {
  profile: Auth0Admin;
  /** Never empty. */
  organizations: readonly string[];
  /** All that he may do at our API, by whatever names the vendor gave: in his token, and still his. */
  rights: ReadonlySet<string>;
  /** Names of his roles, for the record; undefined when they could not be read. */
  roles: readonly string[] | undefined;
  /** Left out where nobody has signed in, as at a terminal. */
  authentication?: Authentication;
}

/** The admin of one request. */
export interface Admin extends Identity {
  /** The one he acts in; null when he has several and named none. */
  organization: string | null;
}

/**
 * Finds out who is asking: the token says who, the tenant says whether he still may.
 *
 * @throws Problem `not-an-admin`; and when the tenant cannot be asked, its problem.
 */
export async function identify(claims: TokenClaims, standings: Standings, caller: Caller): Promise<Identity> {
  // One person who asks a lot waits for himself.
  const standing = await standings.of(claims.subject, {
    ...caller,
    turn: { ...caller.turn, lane: claims.subject },
  });
  const rights = new Set(standing?.permissions.filter((name) => claims.permissions.includes(name)));
  if (!standing || permissionsIn(rights).length === 0) throw new Problem('not-an-admin');
  const { profile, organizations, roles } = standing;
  return { profile, organizations, rights, roles, authentication: claims.authentication };
}

/** Those of the contract, in its order. */
export function permissionsIn(rights: ReadonlySet<string>): Permission[] {
  return permission.options.filter((name) => rights.has(name));
}
