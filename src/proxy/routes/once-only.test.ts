import { expect, it } from 'vitest';
import { createUser } from '#contract/create-user.ts';
import { getMe } from '#contract/routes.ts';
import { sendPasswordReset } from '#contract/security.ts';
import { userId } from '#contract/user.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { writes } from '#tests/support/blocking.ts';
import { startAdding } from '#tests/support/people-adding.ts';
import { outcomeOf, startProxy } from '#tests/support/start-proxy.ts';

const name = '8e03978e-40d5-43dd-bc93-6894a57f9324';

/** A member, and the tenant's answer to writes, which may be held back. */
async function start() {
  const gate = { opened: Promise.resolve(), fails: 0 };
  const started = await startProxy({
    async between(request, pass) {
      if (request.method === 'GET' || request.url.endsWith('/oauth/token')) return pass(request);
      await gate.opened;
      if (gate.fails > 0) {
        gate.fails -= 1;
        return Response.json({ statusCode: 400, error: 'Bad Request', message: 'No.' }, { status: 400 });
      }
      return pass(request);
    },
  });
  const member = started.addPerson({ memberOf: 'Acme', profile: { email: 'jane@acme.example' } });
  const params = { userId: userId.parse(member.user_id) };
  await started.admin.call(getMe, {});
  const { admin } = started;
  return {
    ...started,
    gate,
    params,
    block: (key: string | null = name, blocked = true, client = admin, signal?: AbortSignal) =>
      client.call(
        setUserBlocked,
        { params, body: { blocked } },
        { headers: key === null ? {} : { 'idempotency-key': key }, signal },
      ),
    mail: (key: string | null = name) =>
      admin.call(
        sendPasswordReset,
        { params, body: {} },
        { headers: key === null ? {} : { 'idempotency-key': key } },
      ),
  };
}

it('does once what is sent twice at the same time, and answers both alike', async () => {
  const stage = await start();
  const { promise, resolve } = Promise.withResolvers<void>();
  stage.gate.opened = promise;

  const both = [stage.block(), stage.block(`"${name}"`)];
  resolve();
  const answers = await Promise.all(both.map(async (answer) => (await answer).json()));

  expect(answers[0]).toMatchObject({ blocked: true });
  expect(answers[1]).toEqual(answers[0]);
  expect(writes(stage)).toHaveLength(1);
  expect(stage.audit.entries).toHaveLength(1);
});

it('sends no second mail when the first was not heard of', async () => {
  const { mail, tenant } = await start();

  const outcomes = [await outcomeOf(await mail()), await outcomeOf(await mail())];

  expect(outcomes).toEqual(['200', '200']);
  expect(tenant.mails()).toHaveLength(1);
});

it('does anew what has another name, or none, or was done two minutes ago', async () => {
  const { mail, tenant, clock } = await start();

  await mail();
  await mail('another-name-of-its-own');
  await mail(null);
  await mail(null);
  clock.now += 120_000;
  await mail();

  expect(tenant.mails()).toHaveLength(5);
});

it('tries again what has failed', async () => {
  const stage = await start();
  stage.gate.fails = 1;

  const outcomes = [await outcomeOf(await stage.block()), await outcomeOf(await stage.block())];

  expect(outcomes).toEqual(['502 auth0-refused', '200']);
  expect(stage.audit.entries.map(({ outcome }) => outcome)).toEqual(['failed', 'done']);
});

it('refuses a name that stands for another act already, and one that cannot be a name', async () => {
  const stage = await start();
  await stage.block();

  const outcomes = [
    await outcomeOf(await stage.block(name, false)),
    await outcomeOf(await stage.block('short')),
    await outcomeOf(await stage.block(`${name}, ${name}`)),
  ];

  expect(outcomes).toEqual(Array(3).fill('400 invalid-request'));
  expect(writes(stage)).toHaveLength(1);
});

it('answers nobody with what somebody else has done under the same name', async () => {
  const stage = await start();
  await stage.block();
  const helpdesk = await stage.as(stage.addPerson({ memberOf: 'Acme', role: 'helpdesk' }));
  const stranger = await stage.as(stage.addPerson({ memberOf: 'Globex', role: 'administrator' }));

  const outcomes = [
    await outcomeOf(await stage.block(name, true, stranger)),
    await outcomeOf(await stage.block(name, true, helpdesk)),
  ];

  expect(outcomes[0]).toBe('404 user-not-found');
  expect(stage.audit.entries.map(({ actor }) => actor)).toContain(helpdesk.person.user_id);
});

it('does for the second what the first left before anything was written', async () => {
  const stage = await start();
  const leaving = new AbortController();
  stage.tenant.faults.latencyMs = 50;

  const first = stage
    .block(name, true, stage.admin, leaving.signal)
    .then(outcomeOf)
    .catch(() => 'left');
  const second = stage.block();
  await new Promise((resolve) => setTimeout(resolve, 10));
  leaving.abort(new Error('gone'));

  expect(await outcomeOf(await second)).toBe('200');
  await first;
  expect(writes(stage)).toHaveLength(1);
  expect(stage.tenant.user(stage.params.userId)?.blocked).toBe(true);
});

it('sends a person no second mail when the admin left as soon as it was sent', async () => {
  const leaving = new AbortController();
  const { admin, tenant } = await startAdding({
    config: { limits: { creationMs: 500 } },
    async between(request, pass) {
      const response = await pass(request);
      if (tenant.mails().length > 0) setTimeout(() => leaving.abort(new Error('gone')));
      return response;
    },
  });
  const body = { connection: connectionNames.database, email: 'jo@acme.example' };
  const headers = { 'idempotency-key': name };

  await admin.call(createUser, { body }, { headers, signal: leaving.signal }).catch(() => 'left');
  const again = await outcomeOf(await admin.call(createUser, { body }, { headers }));

  expect(again).toBe('200');
  expect(tenant.mails()).toHaveLength(1);
});

it('answers in one organization nothing of what was done in another under the same name', async () => {
  const stage = await start();
  const both = await stage.as(stage.addPerson({ memberOf: ['Acme', 'Globex'], role: 'administrator' }));
  const input = { params: stage.params, body: { blocked: true } };
  const blockIn = (organization: string) =>
    both.call(setUserBlocked, input, { organization, headers: { 'idempotency-key': name } });

  const outcomes = [await outcomeOf(await blockIn('Acme')), await outcomeOf(await blockIn('Globex'))];

  expect(outcomes).toEqual(['200', '404 user-not-found']);
});
