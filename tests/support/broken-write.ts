import type { Route } from '#contract/route.ts';
import type { UserId } from '#contract/user.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import type { World } from '#proxy/world.ts';
import { type Acting, possibleAct, startActing } from './possible-acts.ts';
import { outcomeOf } from './start-proxy.ts';

/** What happens to a write of the proxy in place of being passed on; `pass` lets the tenant have it. */
export type Breaking = (pass: () => Promise<Response>) => Promise<Response>;

export interface Break {
  /** Leaves every write as it is unless said otherwise. */
  breaking?: Breaking;
  /** Which write of the act is broken, from 0; each attempt counts. Every one unless said otherwise. */
  at?: number;
  audit?: World['audit'];
  /** Is `broken` while the act is done, and not before or after. */
  during?: { broken: boolean };
}

/** What became of an act that met a fault. */
interface Done {
  acting: Acting;
  /** Such as `503 auth0-unavailable`. */
  admin: string;
  /** Whether the admin was told that all of it was done. */
  told: boolean;
  /** Writes that the tenant has done. */
  writes: string[];
  /** Outcomes of the act's rows in the audit log. */
  rows: string[];
}

/**
 * Writes that leave the same behind however often they are done. Of recovery codes the last one alone is good, and it is
 * the one that is shown; a ticket is a link that nobody was told.
 */
const repeatable =
  /^(PATCH|PUT|DELETE) |\/(roles|revoke-access|revoke|invalidate-remember-browser|recovery-code-regeneration|tickets\/password-change)$/;

/** Does the act of a route once, before a tenant of its own. */
export async function doAct(
  route: Route,
  { breaking, at, audit, during = { broken: false } }: Break = {},
): Promise<Done> {
  const writes: string[] = [];
  let count = Number.NaN;
  const acting = await startActing({
    audit,
    async between(request, pass) {
      const { pathname } = new URL(request.url);
      if (request.method === 'GET' || pathname === '/oauth/token') return pass(request);
      const index = count++;
      const toTenant = async () => {
        const response = await pass(request);
        if (response.ok) writes.push(`${request.method} ${pathname.replace(/%7C[0-9a-f]{24}/, '%7C*')}`);
        return response;
      };
      const isBroken = breaking && (index === at || (at === undefined && index >= 0));
      return isBroken ? breaking(toTenant) : toTenant();
    },
  });
  const { path, init } = await possibleAct(route, acting);
  const log = audit ?? acting.audit;
  const rowsBefore = (await rowsOf(route, log)).length;
  writes.length = 0;
  count = 0;
  during.broken = true;
  const response = await acting.admin.send(path, init);
  count = Number.NaN;
  during.broken = false;
  const rows = (await rowsOf(route, log)).slice(rowsBefore);
  return {
    acting,
    admin: await outcomeOf(response),
    told: response.ok && !/"state":"(failed|stopped)"/.test(await response.text()),
    writes: [...writes],
    rows,
  };
}

/** Oldest first. */
async function rowsOf({ name }: Route, audit: World['audit']): Promise<string[]> {
  const rows = await audit.list({ organization: 'Acme', act: name }, { limit: 100 });
  return rows.map(({ outcome }) => outcome).toReversed();
}

/** How an act that met a fault differs from one that met none: what the report counts. */
export async function compared(usual: Done, broken: Done) {
  const missing = usual.writes.filter((write) => !broken.writes.includes(write));
  const claimed = broken.told || broken.rows.includes('done');
  const known = broken.rows.some((outcome) => outcome === 'done' || outcome === 'unknown');
  const again = broken.writes.filter(
    (write, index) => !repeatable.test(write) && broken.writes.indexOf(write) !== index,
  );
  return {
    admin: broken.admin,
    lost: claimed && missing.length > 0 ? 1 : 0,
    doubled: again.length > 0 ? 1 : 0,
    unrecorded: broken.writes.length > 0 && !known ? 1 : 0,
    recovered: await blocksSomeone(broken.acting),
  };
}

async function blocksSomeone({ addPerson, admin, tenant }: Acting): Promise<boolean> {
  const { user_id } = addPerson({ memberOf: 'Acme' });
  const params = { userId: user_id as UserId };
  const response = await admin.call(setUserBlocked, { params, body: { blocked: true } });
  return response.ok && tenant.user(user_id)?.blocked === true;
}
