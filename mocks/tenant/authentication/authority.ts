import type { Client, ResourceServer, Session } from '../model.ts';
import type { Store } from '../store.ts';
import { type SigningKeys, signingKeys } from './keys.ts';
import { managementAudience } from './management-token.ts';
import { openRefreshTokens, type RefreshTokens } from './refresh-tokens.ts';
import type { SessionCarrier } from './session-carrier.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { openShelf, type Shelf } from './shelf.ts';

/** What a person has let an app have. */
export interface Grant {
  clientId: string;
  userId: string;
  /** As requested; what of it is granted is decided anew with each token. */
  scope: string[];
  audience?: string;
  /** An organization's id. */
  organization?: string;
  sessionId?: string;
  nonce?: string;
  /** Epoch seconds; only when the app has asked for it. */
  authTime?: number;
  /** The thumbprint of the key that it is bound to. */
  jkt?: string;
  /** `mfa` after a second factor. */
  amr?: string[];
  /** What Actions have added. */
  claims?: CustomClaims;
}

/** Claims by their names. */
export interface CustomClaims {
  accessToken: Record<string, unknown>;
  idToken: Record<string, unknown>;
}

/** A login that waits for its person, whom an Action has sent elsewhere. */
interface AwayLogin {
  request: AuthorizationRequest;
  sessionId: string;
  action: number;
  logType?: 's' | 'ssa';
}

/** A login that waits for a second factor. */
interface Challenge extends AwayLogin {
  /** The kind that was asked for. */
  factor: string;
}

/** Such a login, with what has become of its parts. */
export interface WaitingLogin extends Challenge {
  client: Client;
  session: Session;
}

/** What a code stands for until it is exchanged. */
export interface IssuedCode {
  grant: Grant;
  redirectUri: string;
  codeChallenge?: string;
}

/** An authorization request that has passed all checks. */
export interface AuthorizationRequest {
  clientId: string;
  redirectUri: string;
  responseMode: ResponseMode;
  state?: string;
  nonce?: string;
  scope: string[];
  audience?: string;
  codeChallenge?: string;
  dpopJkt?: string;
  prompt: string[];
  /** Seconds. */
  maxAge?: number;
  loginHint?: string;
  acrValues: string[];
  connection?: string;
  organization?: string;
}

export type ResponseMode = 'query' | 'fragment' | 'form_post' | 'web_message';

/** All that the endpoints share. Whatever must outlive this instance is in the store's storage. */
export interface Authority {
  store: Store;
  url: string;
  keys: SigningKeys;
  sessions: Sessions;
  /** Requests that wait for their person to sign in, by the login page's `state`. */
  pending: Shelf<AuthorizationRequest>;
  /** By the `state` with which he comes back. */
  away: Shelf<AwayLogin>;
  /** By the `state` of the page that asks for a second factor. */
  challenges: Shelf<Challenge>;
  codes: Shelf<IssuedCode>;
  opaqueTokens: Shelf<Grant>;
  refreshTokens: RefreshTokens;
}

export function openAuthority(store: Store, url: string, carrier: SessionCarrier): Authority {
  return {
    store,
    url,
    keys: signingKeys(store.storage),
    sessions: openSessions(store, carrier),
    pending: openShelf(store, 'pending/'),
    away: openShelf(store, 'away/'),
    challenges: openShelf(store, 'challenges/'),
    codes: openShelf(store, 'codes/'),
    opaqueTokens: openShelf(store, 'opaque-tokens/'),
    refreshTokens: openRefreshTokens(store),
  };
}

/** What a person's own token may do at the Management API: his own account and no other. */
const currentUserScopes = [
  'read:current_user',
  'update:current_user_identities',
  'create:current_user_metadata',
  'update:current_user_metadata',
  'delete:current_user_metadata',
  'create:current_user_device_credentials',
  'delete:current_user_device_credentials',
];

/** An API by its identifier; every tenant has the Management API, whether the seed names it or not. */
export function apiOf({ store, url }: Authority, audience: string): ResourceServer | undefined {
  if (audience !== managementAudience(url)) return store.resourceServer(audience);
  return {
    identifier: audience,
    name: 'Auth0 Management API',
    scopes: currentUserScopes.map((value) => ({ value })),
    enforce_policies: false,
    token_dialect: 'access_token',
    token_lifetime: 86_400,
    allow_offline_access: false,
  };
}
