import { beforeAll, expect, it } from 'vitest';
import { pathTo, type Route } from '#contract/route.ts';
import { listUsers } from '#contract/routes.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { outcomeOf, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Forged cursors',
  'reach another place, search, organization or admin’s list by changing or swapping the text that turns a page',
);

/** Acme has more people than a page; two of its admins, and one of Globex. */
async function world() {
  const started = await startProxy({ adminOf: 'Acme' });
  const { addPerson, as } = started;
  for (let number = 0; number < 60; number += 1) {
    started.clock.now += 1000;
    addPerson({ memberOf: number % 2 ? 'Acme' : 'Globex', profile: { name: `Person ${number}` } });
  }
  const colleague = await as(addPerson({ memberOf: 'Acme', role: 'administrator' }));
  const rival = await as(addPerson({ memberOf: 'Globex', role: 'administrator' }));
  const both = await as(addPerson({ memberOf: ['Acme', 'Globex'], role: 'administrator' }));
  return { ...started, colleague, rival, both };
}

const query = { sort: 'created_at:-1', per_page: '25' } as const;
let here: Awaited<ReturnType<typeof world>>;
let cursor = '';

beforeAll(async () => {
  here = await world();
  cursor = (await (await here.admin.call(listUsers, { query })).json()).next;
});

/** Sends a cursor to where it does not belong. */
async function expectRefused(what: string, response: Promise<Response>): Promise<void> {
  const outcome = await outcomeOf(await response);
  const refused = /^400 (invalid-cursor|invalid-request)$/.test(outcome);
  tally.attempt(refused ? null : `${what}: ${outcome}`);
  expect(`${what}: ${outcome}`).toMatch(/400 (invalid-cursor|invalid-request)$/);
}

it('turns the page for whom it was made, or this file proves nothing', async () => {
  const response = await here.admin.call(listUsers, { query: { ...query, cursor } });

  expect(response.status).toBe(200);
});

it('opens no cursor in which anything was changed', async () => {
  const changed = [...cursor].map(
    (letter, at) => cursor.slice(0, at) + (letter === 'A' ? 'B' : 'A') + cursor.slice(at + 1),
  );
  // The last letters of base64 may stand for no bits at all.
  for (const text of [
    ...changed.slice(0, -1),
    cursor.slice(0, -4),
    cursor.slice(4),
    `${cursor}AAAA`,
    cursor + cursor,
  ])
    await expectRefused(text, here.admin.call(listUsers, { query: { ...query, cursor: text } }));
});

it.each(['', 'AAAA', '..', '%00', '{"start":0}', btoa('{"start":0,"scope":"*"}'), 'x'.repeat(8000)])(
  'opens no cursor that was made up: %j',
  async (text) => {
    await expectRefused(text, here.admin.call(listUsers, { query: { ...query, cursor: text } }));
  },
);

it('opens no cursor for another search, order, page size or filter', async () => {
  const others = [
    { ...query, q: 'Person' },
    { ...query, sort: 'created_at:1' },
    { ...query, sort: 'name:1' },
    { ...query, per_page: '100' },
    { ...query, status: 'blocked' },
  ] as const;
  for (const other of others)
    await expectRefused(JSON.stringify(other), here.admin.call(listUsers, { query: { ...other, cursor } }));
});

it('opens no cursor for another admin, nor in another organization', async () => {
  const input = { query: { ...query, cursor } };
  await expectRefused('a colleague', here.colleague.call(listUsers, input));
  await expectRefused('a rival', here.rival.call(listUsers, input));
  await expectRefused('an admin of both, here', here.both.call(listUsers, input, { organization: 'Acme' }));
  await expectRefused(
    'an admin of both, there',
    here.both.call(listUsers, input, { organization: 'Globex' }),
  );

  const own = await here.both.call(listUsers, { query }, { organization: 'Acme' });
  const { next } = await own.json();
  const swapped = here.both.call(
    listUsers,
    { query: { ...query, cursor: next } },
    { organization: 'Globex' },
  );
  await expectRefused('his own, in his other organization', swapped);
});

it('opens no cursor of another installation', async () => {
  const foreign = await startProxy({
    adminOf: 'Acme',
    config: { cursorSecret: 'another secret of another vendor 1' },
  });

  await expectRefused('another secret', foreign.admin.call(listUsers, { query: { ...query, cursor } }));
});

it('opens no cursor of one route at another', async () => {
  const { routes } = await import('#contract/api.ts');
  const takesCursor = ({ query: schema }: Route) => schema?.safeParse({ cursor: 'x' }).success === true;
  const userId = here.admin.person.user_id;

  for (const route of routes.filter((route) => route !== listUsers && takesCursor(route)))
    await expectRefused(
      route.name,
      here.admin.send(pathTo(route, { params: { userId }, query: { cursor } })),
    );
});
