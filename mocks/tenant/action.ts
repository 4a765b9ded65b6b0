import type { Identity, TenantUser } from './model.ts';

/**
 * An Auth0 Action: what its module exports. Several run in their order.
 *
 * @see https://auth0.com/docs/customize/actions/actions-overview
 */
export interface Action {
  onExecutePostLogin?: (event: PostLoginEvent, api: PostLoginApi) => Promise<void> | void;
  /** When the person comes back from where the same Action has sent him. */
  onContinuePostLogin?: (event: PostLoginEvent, api: PostLoginApi) => Promise<void> | void;
  onExecutePostChangePassword?: (event: PostChangePasswordEvent, api: object) => Promise<void> | void;
}

export type Protocol = 'oidc-basic-profile' | 'oauth2-refresh-token' | 'oauth2-password';

/** Of all properties of the user those that Auth0 gives to Actions. */
export type EventUser = Omit<
  TenantUser,
  'blocked' | 'last_login' | 'last_ip' | 'logins_count' | 'app_metadata' | 'user_metadata' | 'identities'
> & {
  app_metadata: Record<string, unknown>;
  user_metadata: Record<string, unknown>;
  identities: Identity[];
  /** At login only. */
  enrolledFactors?: { type: string }[];
};

interface EventRequest {
  ip: string;
  method: string;
  hostname: string;
  user_agent: string;
  query: Record<string, string>;
  body: Record<string, string>;
  geoip: object;
}

interface EventConnection {
  id: string;
  name: string;
  strategy: string;
  metadata: Record<string, string>;
}

/** @see https://auth0.com/docs/customize/actions/reference/post-login/post-login-event-object */
export interface PostLoginEvent {
  user: EventUser;
  client: { client_id: string; name: string; metadata: Record<string, string> };
  connection: EventConnection;
  request: EventRequest;
  authentication?: { methods: { name: string; timestamp: string }[] };
  organization?: { id: string; name: string; display_name?: string; metadata: Record<string, string> };
  resource_server?: { identifier: string };
  session?: { id: string };
  stats: { logins_count: number };
  tenant: { id: string };
  transaction: {
    protocol: Protocol;
    prompt: string[];
    redirect_uri?: string;
    requested_scopes: string[];
    response_mode?: string;
    response_type: string[];
    state?: string;
    login_hint?: string;
    acr_values: string[];
    metadata: Record<string, string | number | boolean>;
  };
  secrets: Record<string, string>;
  configuration: object;
}

/** @see https://auth0.com/docs/customize/actions/reference/post-login/post-login-api-object */
export interface PostLoginApi {
  access: { deny(reason: string): PostLoginApi };
  authentication: {
    /** One of these, before the next Action; who has none of them cannot get in. */
    challengeWithAny(factors: { type: string }[]): void;
  };
  accessToken: { setCustomClaim(name: string, value: unknown): PostLoginApi };
  idToken: { setCustomClaim(name: string, value: unknown): PostLoginApi };
  user: {
    /** `null` removes the key. */
    setAppMetadata(name: string, value: unknown): PostLoginApi;
    setUserMetadata(name: string, value: unknown): PostLoginApi;
  };
  redirect: {
    canRedirect(): boolean;
    sendUserTo(url: string, options?: { query?: Record<string, string> }): PostLoginApi;
  };
}

/** @see https://auth0.com/docs/customize/actions/reference/post-change-password/post-change-password-event-object */
export interface PostChangePasswordEvent {
  user: EventUser;
  connection: EventConnection;
  request: EventRequest;
  tenant: { id: string };
  secrets: Record<string, string>;
  configuration: object;
}
