import type { Policy } from './policy/policy.ts';

/** What a proxy is told when it is made. */
export interface ProxyConfig {
  auth0: {
    /** Of the tenant, without a trailing slash; may have a path. The issuer is this and a slash. */
    url: string;
    clientId: string;
    clientSecret: string;
  };
  /** The API that access tokens must be meant for, and whose permissions count. */
  audience: string;
  /** The applications whose tokens are accepted (`azp`). */
  clientIds: readonly string[];
  /** The name in `app_metadata` under which a user's organizations stand. */
  organizationKey: string;
  /** Exact origins that may call from a browser. */
  allowedOrigins: readonly string[];
  policy: Policy;
  /** Signs page cursors; proxies that share work share it. At least 32 characters. */
  cursorSecret: string;
  /** Where the API begins, such as `/api`. */
  basePath: string;
  /** Whether tokens must be bound to a key that the caller holds; those that are bound need a proof in any case. */
  dpop?: 'optional' | 'required';
  /** Where browsers find the API, as config.json's `proxy`: proofs name it. Its own address as it sees it unless told. */
  publicUrl?: string;
  /**
   * How many proxies of the vendor's own stand in front and add to `X-Forwarded-For`; without any the header is not
   * believed.
   */
  trustedProxies?: number;
  limits?: Partial<Limits>;
}

/** How long and how much the proxy asks of the tenant, and how much callers may ask of it. */
export interface Limits {
  /** For all upstream calls of one request together. */
  deadlineMs: number;
  /** For one attempt of one call. */
  attemptMs: number;
  /** Upstream calls that may run at the same time. */
  concurrency: number;
  /** How long adding a person takes at least: Auth0 is quicker when there is someone already, and must not show it. */
  creationMs: number;
  /** Requests of one admin in a second, three seconds' worth of them at once; 0 for no limit. */
  requestsPerAdmin: number;
  /** The same for all admins of an organization together. */
  requestsPerOrganization: number;
}

export const defaultLimits: Readonly<Limits> = {
  deadlineMs: 8_000,
  attemptMs: 4_000,
  concurrency: 24,
  creationMs: 1_500,
  requestsPerAdmin: 20,
  requestsPerOrganization: 60,
};

/**
 * What would make a proxy unsafe or useless, one sentence each; empty when it may start.
 */
export function configFaults(config: ProxyConfig): string[] {
  const ownField = config.policy.fields.find(
    (field) => field.path === `app_metadata.${config.organizationKey}`,
  );
  return [
    ...(isOrganizationKey(config.organizationKey) ? [] : [organizationKeyFault]),
    ...(config.clientIds.length > 0 ? [] : ['STEWARD_CLIENT_IDS: name at least one application.']),
    ...(config.cursorSecret.length >= 32 ? [] : ['STEWARD_CURSOR_SECRET: use at least 32 characters.']),
    ...(ownField
      ? [`STEWARD_POLICY: the field ${ownField.name} would show the organizations of a user.`]
      : []),
    ...config.allowedOrigins.filter((origin) => !isOrigin(origin)).map(originFault),
    ...(config.publicUrl === undefined || isAddress(config.publicUrl) ? [] : [publicUrlFault]),
  ];
}

export const organizationKeyFault =
  'STEWARD_ORGANIZATION_KEY: use letters, digits and _, beginning with a letter or _.';

/** The key becomes part of a search and of a property name. */
export function isOrganizationKey(key: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(key) && key !== '__proto__';
}

const publicUrlFault =
  'STEWARD_PUBLIC_URL: use an address such as https://steward-api.example.com/api, without a slash at its end.';

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return (
    /^https?:$/.test(url?.protocol ?? '') && url?.href.replace(/\/$/, '') === text && !/[?#@]/.test(text)
  );
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function originFault(origin: string): string {
  return `STEWARD_ALLOWED_ORIGINS: ${origin} is not an origin such as https://admin.example.com.`;
}
