import { expect, it } from 'vitest';
import { unlinkIdentity } from '#contract/identities.ts';
import { leave } from '#contract/leave.ts';
import { changeRoles } from '#contract/roles.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { type Acting, writingRoutes } from '../../support/possible-acts.ts';
import { actOf, type Race, type Raced, race } from '../../support/racing-act.ts';
import { outcomeOf } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Races: the admin changes',
  'act although one is blocked, demoted or moved between any two calls of the act; take the last administrator',
);

/** What another hand does to the admin who acts. */
const changes: Record<string, (acting: Acting) => void> = {
  blocked: ({ tenant, admin }) => tenant.changeUser(admin.person.user_id, { blocked: true }),
  demoted({ tenant, admin }) {
    const record = tenant.record(admin.person.user_id);
    if (record) tenant.addUser({ ...record, roles: [] });
  },
  'moved away': ({ tenant, admin }) =>
    tenant.changeUser(admin.person.user_id, { app_metadata: { organization: 'Globex' } }),
};

const acts = writingRoutes.map((route) => [route.name, actOf(route)] as const);

it.each(acts)('%s is done in no other name, and not by whom the proxy sees fallen', async (name, prepare) => {
  const usual = await race({ prepare, change: () => {}, readsAdmin: true });
  expect(usual.outcome).toBe('200');

  for (const [kind, change] of Object.entries(changes)) {
    for (let at = 0; at < usual.calls.length; at += 1) {
      const raced = await race({ prepare, change, at, readsAdmin: true });
      const leaks = [...leaksOf(raced, at <= firstLook(raced, kind)), ...(await leaksAfter(raced))];
      const moment = `${name}, admin ${kind} before call ${at}, ${usual.calls[at]}`;
      tally.attempt(leaks.length > 0 ? `${moment}: ${leaks}` : null);
      expect.soft(leaks, moment).toEqual([]);
    }
  }
});

/** Where the proxy looks at the admin. */
function profileOf({ acting }: Raced): string {
  return `GET /users/${encodeURIComponent(acting.admin.person.user_id)}`;
}

/** The call by which it sees, the first time, what has become of him. */
function firstLook(raced: Raced, kind: string): number {
  return raced.calls.indexOf(kind === 'demoted' ? `${profileOf(raced)}/permissions` : profileOf(raced));
}

const refused = /^403 (not-an-admin|organization-refused)$/;

function leaksOf({ acting, outcome, text, rows, writesSince }: Raced, isSeen: boolean): string[] {
  const elsewhere = [
    text,
    ...rows.map((row) => row.text),
    ...acting.sent.map(({ body }) => JSON.stringify(body)),
  ];
  const [row] = rows;
  return [
    ...(isSeen && (!refused.test(outcome) || writesSince.length > 0) ? [`${outcome} ${writesSince}`] : []),
    ...(elsewhere.some((words) => words.includes('Globex')) ? ['in the name of Globex'] : []),
    ...(outcome.startsWith('500') ? [outcome] : []),
    ...(writesSince.length > 0 && (!row || row.outcome === 'refused') ? ['not on record'] : []),
  ];
}

/** A minute later he does nothing more. */
async function leaksAfter({ acting, userId }: Raced): Promise<string[]> {
  acting.clock.now += 60_000;
  const before = acting.sent.length;
  const response = await acting.admin.send(`/users/${encodeURIComponent(userId)}/blocked`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"blocked":true}',
  });
  const outcome = await outcomeOf(response);
  const wrote = acting.sent.slice(before).filter(({ method }) => method !== 'GET');
  return wrote.length > 0 || !/^40[34] /.test(outcome) ? [`a minute later ${outcome}`] : [];
}

const administrator = roleId(roleNames.administrator);

/** The act of a route on an administrator. */
function onAdministrator(prepare: Race['prepare']): Race['prepare'] {
  return async (acting) => {
    const prepared = await prepare(acting);
    const record = acting.tenant.record(prepared.userId);
    if (record) acting.tenant.addUser({ ...record, roles: [administrator] });
    return prepared;
  };
}

const takings: readonly [string, Race['prepare']][] = [
  ['a block', actOf(setUserBlocked)],
  ['taking his roles', actOf(changeRoles, { roles: [], seen: [administrator] })],
  ['removing him', actOf(leave)],
  ['deleting him later', actOf(leave, { way: 'delete-later', days: 30 })],
  ['deleting him now', actOf(leave, { way: 'delete-now', confirm: 'mo@acme.example' })],
  ['parting his accounts', actOf(unlinkIdentity)],
];

it.each(takings)('%s takes nobody’s last administrator', async (name, prepare) => {
  const usual = await race({ prepare: onAdministrator(prepare), change: () => {} });
  expect(usual.outcome).toBe('200');

  for (const [kind, change] of Object.entries(changes)) {
    for (let at = 0; at < usual.calls.length; at += 1) {
      const raced = await race({ prepare: onAdministrator(prepare), change, at });
      const isSeen = at <= raced.calls.lastIndexOf(profileOf(raced));
      const leaks = [...(isSeen && !stands(raced) ? ['nobody is left'] : []), ...leaksOf(raced, false)];
      const moment = `${name}, admin ${kind} before call ${at}, ${usual.calls[at]}`;
      tally.attempt(leaks.length > 0 ? `${moment}: ${leaks}` : null);
      expect.soft(leaks, moment).toEqual([]);
    }
  }
});

/** Whether he on whom it was done administrates still. */
function stands({ after }: Raced): boolean {
  return (
    after !== null && !after.blocked && after.organization === 'Acme' && after.roles.includes(administrator)
  );
}
