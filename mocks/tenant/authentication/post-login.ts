import type { PostLoginEvent, Protocol } from '../action.ts';
import { commonEvent } from '../action-event.ts';
import { enrolledFactors } from '../enrolled-factors.ts';
import type { Client, Session, UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import type { Authority, AuthorizationRequest, CustomClaims } from './authority.ts';
import { openPostLoginApi, type Wishes } from './post-login-api.ts';
import { logEvent } from './sign-in-log.ts';

/** Somebody who has shown who he is, before he gets anything for it. */
export interface Login {
  raw: Request;
  client: Client;
  record: UserRecord;
  protocol: Protocol;
  scope: string[];
  audience?: string;
  organization?: string;
  session?: Session;
  /** In a browser only. */
  request?: AuthorizationRequest;
}

export type Verdict =
  | { kind: 'allow'; claims: CustomClaims }
  | { kind: 'deny'; reason: string }
  /** `action`: which of them has sent him there, and is asked again when he comes back. */
  | { kind: 'redirect'; url: string; action: number }
  /** The Action after `action` goes on. */
  | { kind: 'challenge'; factor: string; action: number };

/** Where a login goes on. */
interface Resumption {
  action: number;
  /** What somebody brings back from where that Action has sent him; null after the second factor that it wanted. */
  body: URLSearchParams | null;
}

/**
 * Runs the post-login Actions, as Auth0 does at each sign-in, at silent authentication and at each exchange of a refresh
 * token. What an Action has written to metadata stays, whatever the verdict. One that throws denies; with which words,
 * and that an Action without `onContinuePostLogin` lets pass, are guesses.
 *
 * @see https://auth0.com/docs/customize/actions/explore-triggers/signup-and-login-triggers/login-trigger
 */
export async function runPostLogin(
  { store }: Authority,
  login: Login,
  resumed?: Resumption,
): Promise<Verdict> {
  const claims: CustomClaims = { accessToken: {}, idToken: {} };
  for (const [index, action] of store.actions.entries()) {
    if (resumed && index < resumed.action + (resumed.body ? 0 : 1)) continue;
    const brought = index === resumed?.action ? resumed.body : null;
    const run = brought ? action.onContinuePostLogin : action.onExecutePostLogin;
    const { api, wishes } = openPostLoginApi(claims, canRedirect(login));
    try {
      await run?.(eventFor(store, login, brought ?? undefined), api);
    } catch (error) {
      logFailure(store, login, error);
      return { kind: 'deny', reason: 'An Action has failed.' };
    }
    keepMetadata(store, login.record.profile.user_id, wishes);
    if (wishes.deniedFor !== undefined) return { kind: 'deny', reason: wishes.deniedFor };
    if (wishes.challenge) return challenged(store, login, wishes.challenge, index);
    if (wishes.redirectTo !== undefined) return { kind: 'redirect', url: wishes.redirectTo, action: index };
  }
  return { kind: 'allow', claims };
}

/** Who has none of the factors cannot get in; with which words is a guess. */
function challenged(store: Store, { record }: Login, wanted: string[], action: number): Verdict {
  const { user_id } = record.profile;
  const held = enrolledFactors(store.user(user_id) ?? record);
  const factor = held.find(({ type }) => wanted.includes(type))?.type;
  if (factor === undefined) return { kind: 'deny', reason: 'The user has enrolled none of the factors.' };
  return { kind: 'challenge', factor, action };
}

function canRedirect({ protocol, request }: Login): boolean {
  return protocol === 'oidc-basic-profile' && !request?.prompt.includes('none');
}

/** Of what the user is by now: he may have been changed while the Action ran. */
function keepMetadata(store: Store, userId: string, { appMetadata, userMetadata }: Wishes): void {
  const record = store.user(userId);
  const isNothing = Object.keys(appMetadata).length + Object.keys(userMetadata).length === 0;
  if (!record || isNothing) return;
  const { profile } = record;
  store.saveUser({
    ...record,
    profile: {
      ...profile,
      app_metadata: merged(profile.app_metadata, appMetadata),
      user_metadata: merged(profile.user_metadata, userMetadata),
    },
  });
}

function merged(before: Record<string, unknown> | undefined, changes: Record<string, unknown>) {
  if (!before && Object.keys(changes).length === 0) return undefined;
  const all = Object.entries({ ...before, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}

/** Each Action sees what those before it have written. */
function eventFor(store: Store, login: Login, body?: URLSearchParams): PostLoginEvent {
  const { raw, client, protocol, scope, audience, session, request } = login;
  const record = store.user(login.record.profile.user_id) ?? login.record;
  const organization = store.organization(login.organization ?? '');
  const common = commonEvent(store, raw, record, body);
  return structuredClone({
    ...common,
    user: { ...common.user, enrolledFactors: enrolledFactors(record) },
    client: { client_id: client.client_id, name: client.name, metadata: client.client_metadata ?? {} },
    ...(session && { authentication: session.authentication, session: { id: session.id } }),
    ...(organization && { organization: { ...organization, metadata: organization.metadata ?? {} } }),
    ...(audience !== undefined && { resource_server: { identifier: audience } }),
    stats: { logins_count: record.profile.logins_count ?? 0 },
    transaction: {
      protocol,
      prompt: request?.prompt ?? [],
      redirect_uri: request?.redirectUri,
      requested_scopes: scope,
      response_mode: request?.responseMode,
      response_type: request ? ['code'] : [],
      state: request?.state,
      login_hint: request?.loginHint,
      acr_values: request?.acrValues ?? [],
      metadata: {},
    },
  });
}

function logFailure(store: Store, { raw, client, record }: Login, error: unknown): void {
  logEvent(store, raw, {
    type: 'actions_execution_failed',
    client,
    user: record.profile,
    description: error instanceof Error ? error.message : String(error),
  });
}
