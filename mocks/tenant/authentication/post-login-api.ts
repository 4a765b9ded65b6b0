import type { PostLoginApi } from '../action.ts';
import type { CustomClaims } from './authority.ts';

/** What an Action has asked for. */
export interface Wishes {
  deniedFor?: string;
  redirectTo?: string;
  /** Kinds of second factors, of which one is wanted. */
  challenge?: string[];
  appMetadata: Record<string, unknown>;
  userMetadata: Record<string, unknown>;
}

/**
 * The `api` of a post-login Action. Claims go straight to `claims`, which all Actions of a login share.
 *
 * @see https://auth0.com/docs/customize/actions/reference/post-login/post-login-api-object
 */
export function openPostLoginApi(
  claims: CustomClaims,
  canRedirect: boolean,
): { api: PostLoginApi; wishes: Wishes } {
  const wishes: Wishes = { appMetadata: {}, userMetadata: {} };
  const done =
    <Values extends unknown[]>(act: (...values: Values) => void) =>
    (...values: Values): PostLoginApi => {
      act(...values);
      return api;
    };
  const api: PostLoginApi = {
    access: {
      deny: done((reason: string) => {
        wishes.deniedFor = reason;
      }),
    },
    authentication: {
      challengeWithAny(factors) {
        wishes.challenge = factors.map(({ type }) => type);
      },
    },
    accessToken: {
      setCustomClaim: done((name: string, value: unknown) => {
        claims.accessToken[name] = value;
      }),
    },
    idToken: {
      setCustomClaim: done((name: string, value: unknown) => {
        claims.idToken[name] = value;
      }),
    },
    user: {
      setAppMetadata: done((name: string, value: unknown) => {
        wishes.appMetadata[name] = value;
      }),
      setUserMetadata: done((name: string, value: unknown) => {
        wishes.userMetadata[name] = value;
      }),
    },
    redirect: {
      canRedirect: () => canRedirect,
      sendUserTo: done((url: string, { query = {} }: { query?: Record<string, string> } = {}) => {
        const target = new URL(url);
        for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
        wishes.redirectTo = target.href;
      }),
    },
  };
  return { api, wishes };
}
