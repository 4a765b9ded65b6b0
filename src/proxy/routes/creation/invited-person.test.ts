import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { listInvitations } from '#contract/create-user.ts';
import { listUsers } from '#contract/routes.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import type { Action } from '#tenant/action.ts';
import { startAdding } from '#tests/support/people-adding.ts';

const jo = { connection: connectionNames.database, email: 'jo@acme.example' };
const own = 'Own-Heron-77-river';

type Started = Awaited<ReturnType<typeof startAdding>>;

/** What the person does on the page that a link leads to. */
async function choosePassword({ tenant }: Started, url: string): Promise<number> {
  const body = new URLSearchParams({ 'new-password': own, repeated: own });
  return (await tenant.fetch(new Request(url, { method: 'POST', body }))).status;
}

async function shownTo({ admin, tenant }: Started) {
  const { invitations } = await (await admin.call(listInvitations, {})).json();
  tenant.settle();
  const { users } = await (await admin.call(listUsers, {})).json();
  return {
    invited: invitations.map(({ identifier }: { identifier: string }) => identifier),
    members: users.flatMap(({ email }: { email: string }) => (email === jo.email ? [email] : [])),
  };
}

it('is invited, chooses his password by the mail, signs in, and is a member', async () => {
  const started = await startAdding();
  await started.add(jo);
  const before = await shownTo(started);

  const status = await choosePassword(started, started.tenant.mails()[0]?.url ?? '');
  const waiting = await shownTo(started);
  await started.tenant.token(jo.email);
  const after = await shownTo(started);

  expect(status).toBe(200);
  expect([before, waiting, after]).toEqual([
    { invited: [jo.email], members: [] },
    { invited: [jo.email], members: [] },
    { invited: [], members: [jo.email] },
  ]);
});

it('gets nowhere with a temporary password, and in with his own', async () => {
  const load = (file: string) => createRequire(import.meta.url)(`../../../auth0/${file}`) as Action;
  const started = await startAdding({
    actions: [load('require-own-password.cjs'), load('forget-invitation.cjs')],
  });
  const { add, made, tenant, clock } = started;
  await add({ ...jo, password: 'Kestrel-58-Orchard' });
  const mark = made()[0]?.app_metadata?.steward_temporary_password;

  const early = await tenant.token(jo.email).then(
    () => 'in',
    (error: Error) => error.message,
  );
  clock.now += 60_000;
  // The mark is what the proxy wrote.
  await choosePassword(started, (mark as { ticket: string }).ticket);
  const late = await tenant.token(jo.email);

  expect(early).toMatch(/access_denied/);
  expect(late).toMatch(/^ey/);
  expect(made()[0]?.app_metadata).toEqual({ organization: 'Acme' });
});
