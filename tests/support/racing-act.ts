import type { Route } from '#contract/route.ts';
import { organizationKey } from '#mocks/seed/names.ts';
import type { UserRecord } from '#tenant/model.ts';
import type { RouteRequest } from './every-route.ts';
import { type Acting, possibleAct, startActing } from './possible-acts.ts';
import { outcomeOf } from './start-proxy.ts';

/** An act during which the world changes. */
export interface Race {
  /** Gives the request, and the id of the user whom the act is about. */
  prepare: (acting: Acting) => Promise<{ request: RouteRequest; userId: string }>;
  /** What another hand does at that very moment. */
  change: (acting: Acting, userId: string) => void;
  /** The change comes right before the call with this number, from 0; left out, it never comes. */
  at?: number;
  /** The proxy has not looked at the admin for a minute, and does so in the act. */
  readsAdmin?: boolean;
}

/** What an act came to during which the world changed. */
export interface Raced {
  acting: Acting;
  userId: string;
  /** Such as `404 user-not-found`. */
  outcome: string;
  /** The whole answer. */
  text: string;
  /** What the act asked of the tenant, in order. */
  calls: string[];
  /** Writes that the tenant has done after the change. */
  writesSince: string[];
  before: Guarded | null;
  /** Right after the change. */
  changed: Guarded | null;
  after: Guarded | null;
  /** Outcomes of the act's rows in the audit log, with all that they tell. */
  rows: { outcome: string; text: string }[];
}

/** All of a person by which somebody could get into his account, be kept out of it, or rank. */
export type Guarded = ReturnType<typeof guarded>;

export function guarded({ profile, password, roles = [], permissions = [] }: UserRecord) {
  const { blocked = false, email, email_verified, username, phone_number, identities } = profile;
  const { [organizationKey]: organization, steward_temporary_password } = profile.app_metadata ?? {};
  return structuredClone({
    blocked,
    email,
    email_verified,
    username,
    phone_number,
    identities: identities.map(({ provider, user_id }) => `${provider}|${user_id}`),
    password,
    roles: roles.toSorted(),
    permissions: permissions.map(({ permission_name }) => permission_name),
    organization: organization ?? null,
    temporary_password: steward_temporary_password ?? null,
  });
}

/** The act of a route on someone on whom it can be done. */
export function actOf(route: Route, body?: object): Race['prepare'] {
  return async (acting) => {
    const request = await possibleAct(route, acting);
    const init = body ? { ...request.init, body: JSON.stringify(body) } : request.init;
    const userId = request.params.userId ?? acting.made().at(-1)?.user_id ?? '';
    return { request: { ...request, init }, userId };
  };
}

/** Does an act once, before a tenant of its own, and changes the world while it goes on. */
export async function race({ prepare, change, at, readsAdmin = false }: Race): Promise<Raced> {
  const calls: string[] = [];
  const writesSince: string[] = [];
  let isOn = false;
  let userId = '';
  let changed: Guarded | null = null;
  let hasChanged = false;
  const acting = await startActing({
    async between(request, pass) {
      const { pathname } = new URL(request.url);
      if (!isOn || pathname === '/oauth/token' || pathname.startsWith('/.well-known/')) return pass(request);
      if (calls.length === at) {
        change(acting, userId);
        changed = guardedNow();
        hasChanged = true;
      }
      calls.push(`${request.method} ${pathname.replace('/api/v2', '')}`);
      const response = await pass(request);
      if (hasChanged && request.method !== 'GET' && response.ok) writesSince.push(calls.at(-1) ?? '');
      return response;
    },
  });
  function guardedNow(): Guarded | null {
    const record = acting.tenant.record(userId);
    return record ? guarded(record) : null;
  }
  const prepared = await prepare(acting);
  if (readsAdmin) acting.clock.now += 60_000;
  else await acting.admin.send('/me');
  userId = prepared.userId;
  const { path, init, route } = prepared.request;
  const known = acting.audit.entries.length;
  const before = guardedNow();
  isOn = true;
  const response = await acting.admin.send(path, { ...init, organization: 'Acme' });
  isOn = false;
  const rows = acting.audit.entries.slice(known).filter(({ act }) => act === route.name);
  return {
    acting,
    userId,
    outcome: await outcomeOf(response),
    text: await response.text(),
    calls,
    writesSince,
    before,
    changed,
    after: guardedNow(),
    rows: rows.map((row) => ({ outcome: row.outcome, text: JSON.stringify(row) })),
  };
}
