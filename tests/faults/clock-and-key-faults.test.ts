import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { faultTally } from '../support/fault-tally.ts';
import { outcomeOf, type StartOptions, startProxy } from '../support/start-proxy.ts';

const tally = faultTally();
const minuteMs = 60_000;

it.each([
  ['a minute behind', -minuteMs],
  ['a minute ahead', minuteMs],
  ['an hour ahead', 60 * minuteMs],
])('goes on when the clock of the proxy jumps to %s, and when it is set right', async (what, byMs) => {
  const { admin, as, clock } = await startProxy();
  await admin.call(listUsers, {});

  clock.now += byMs;
  const jumped = await outcomeOf(await (await as(admin.person)).call(listUsers, {}));
  clock.now -= byMs;
  const right = await outcomeOf(await (await as(admin.person)).call(listUsers, {}));

  expect([jumped, right]).toEqual(['200', '200']);
  tally.seen({ fault: `the proxy's clock jumps to ${what}`, admin: jumped, recovered: right === '200' });
});

it.each([
  ['4 s behind', -4_000, '200'],
  ['a minute behind', -minuteMs, '200'],
  ['beyond the life of tokens ahead', 25 * 60 * minuteMs, '401 invalid-token'],
])('tells what it makes of a token when its clock is %s that of the tenant', async (what, byMs, expected) => {
  const { admin, clock } = await startProxy();

  clock.now += byMs;
  const skewed = await outcomeOf(await admin.call(getMe, {}));
  clock.now -= byMs;
  const right = await outcomeOf(await admin.call(getMe, {}));

  expect([skewed, right]).toEqual([expected, '200']);
  tally.seen({ fault: `the proxy's clock is ${what}`, admin: skewed, recovered: right === '200' });
});

/** The tenant's keys cannot be had while `broken`. */
function withoutKeys(options: StartOptions = {}) {
  const state = { broken: false, asked: 0 };
  const started = startProxy({
    ...options,
    between(request, pass) {
      if (!request.url.endsWith('/jwks.json')) return pass(request);
      state.asked += 1;
      return state.broken ? Promise.reject(new TypeError('fetch failed')) : pass(request);
    },
  });
  return started.then((proxy) => ({ ...proxy, state }));
}

it('takes the tokens of new keys at once, and those of old ones as long as they are published', async () => {
  const { admin, as, tenant, state } = await withoutKeys();
  await admin.call(getMe, {});

  await tenant.rotateKeys();
  const renewed = await as(admin.person);
  const outcomes = [
    await outcomeOf(await renewed.call(getMe, {})),
    await outcomeOf(await admin.call(getMe, {})),
  ];

  expect(outcomes).toEqual(['200', '200']);
  expect(state.asked).toBe(2);
  tally.seen({ fault: 'the tenant rotates its keys', admin: '200', recovered: true });
});

it('lets those in whom it knows while the keys cannot be fetched, and others when they can', async () => {
  const { admin, as, tenant, state } = await withoutKeys();
  await admin.call(getMe, {});
  await tenant.rotateKeys();
  const renewed = await as(admin.person);

  state.broken = true;
  const known = await outcomeOf(await admin.call(getMe, {}));
  const unknown = await outcomeOf(await renewed.call(getMe, {}));
  state.broken = false;
  const afterwards = await outcomeOf(await renewed.call(getMe, {}));

  expect([known, unknown, afterwards]).toEqual(['200', '503 auth0-unavailable', '200']);
  tally.seen({ fault: 'the tenant’s keys cannot be had', admin: unknown, recovered: afterwards === '200' });
});

it('lets nobody in on keys that are older than ten minutes', async () => {
  const { admin, as, clock, state } = await withoutKeys();
  await admin.call(getMe, {});
  state.broken = true;

  clock.now += 9 * minuteMs;
  const soon = await outcomeOf(await (await as(admin.person)).call(getMe, {}));
  clock.now += 2 * minuteMs;
  const later = await outcomeOf(await (await as(admin.person)).call(getMe, {}));
  state.broken = false;
  const afterwards = await outcomeOf(await (await as(admin.person)).call(getMe, {}));

  expect([soon, later, afterwards]).toEqual(['200', '503 auth0-unavailable', '200']);
  tally.seen({
    fault: 'the tenant’s keys cannot be had for long',
    admin: later,
    recovered: afterwards === '200',
  });
});

it('does not sign in anew for each of many who meet a revoked token together', async () => {
  let signIns = 0;
  let revoked = false;
  const { admin, as, addPerson } = await startProxy({
    async between(request, pass) {
      const isSignIn =
        request.url.endsWith('/oauth/token') && (await request.clone().text()).includes('steward-proxy');
      if (isSignIn) {
        signIns += 1;
        revoked = false;
      }
      if (revoked && request.url.includes('/api/v2/'))
        return Response.json({ statusCode: 401, message: 'Invalid token' }, { status: 401 });
      return pass(request);
    },
  });
  await admin.call(getMe, {});
  const others = await Promise.all(
    Array.from({ length: 20 }, () => as(addPerson({ memberOf: 'Acme', role: 'auditor' }))),
  );
  signIns = 0;

  revoked = true;
  const outcomes = await Promise.all(others.map(async ({ call }) => outcomeOf(await call(listUsers, {}))));

  expect(new Set(outcomes)).toEqual(new Set(['200']));
  expect(signIns).toBe(1);
  tally.seen({ fault: 'the Management API token is revoked in mid-flight', admin: '200', recovered: true });
});
