import { base64url, type JWTPayload, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import {
  createUser,
  getCreationOptions,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '#contract/create-user.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { definePolicy, type PolicyInput } from '#proxy/policy/policy.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

const multiFactor = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';
const now = Date.parse('2026-10-01T09:00:00.000Z') / 1000;

function claimsOf(token: string): JWTPayload {
  return JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[1] ?? '')));
}

const connections = () => [
  { name: connectionNames.database, label: 'Email and password', strategy: 'auth0' },
];

/** A proxy under a policy, and its admin's block of one of his members with a token that tells what is given. */
async function start(stepUp: PolicyInput['stepUp']) {
  const started = await startProxy({ config: { policy: definePolicy({ stepUp, connections }) } });
  const { admin, addPerson, keys, tenant } = started;
  const member = addPerson({ memberOf: 'Acme' });
  const sign = (told: JWTPayload) => keys.sign({ ...claimsOf(admin.token), ...told });
  const block = (token: string, userId = member.user_id) =>
    admin.call(
      setUserBlocked,
      { params: { userId: userId as never }, body: { blocked: true } },
      { headers: { authorization: `Bearer ${token}` } },
    );
  const isBlocked = () => tenant.user(member.user_id)?.blocked === true;
  return { ...started, sign, block, isBlocked };
}

const signedIn = (secondsAgo: number, ...methods: string[]) => ({
  'https://steward/auth_time': now - secondsAgo,
  'https://steward/amr': methods,
});

it.each<[string, JWTPayload]>([
  ['tells of no sign-in', {}],
  ['tells of an old sign-in', signedIn(301, 'pwd')],
  ['tells of a sign-in that is yet to come', signedIn(-60, 'pwd')],
  ['was renewed a moment ago', { ...signedIn(301, 'pwd'), iat: now, gty: 'refresh_token' }],
  ['tells it in words', { 'https://steward/auth_time': 'now' }],
  ['tells it in parts of a second', { 'https://steward/auth_time': now + 0.5 }],
  ['tells it by the name of the ID token', { auth_time: now }],
])('lets nothing be done that needs a recent sign-in with a token that %s', async (_, told) => {
  const { sign, block, isBlocked } = await start({ block: { maxAgeSeconds: 300 } });

  const response = await block(await sign(told));

  expect(await outcomeOf(response)).toBe('401 step-up-required');
  expect(isBlocked()).toBe(false);
});

it.each<[string, JWTPayload]>([
  ['tells of no second factor', signedIn(10, 'pwd')],
  ['tells of no methods', { 'https://steward/auth_time': now }],
  ['names a second factor outside a list', { ...signedIn(10), 'https://steward/amr': 'mfa' }],
  ['tells of a second factor, and of no time', { 'https://steward/amr': ['pwd', 'mfa'] }],
  ['tells of a second factor long ago', signedIn(601, 'pwd', 'mfa')],
])('lets nothing be done that needs a second factor with a token that %s', async (_, told) => {
  const { sign, block, isBlocked } = await start({ block: { maxAgeSeconds: 600, mfa: true } });

  const response = await block(await sign(told));

  expect(await outcomeOf(response)).toBe('401 step-up-required');
  expect(isBlocked()).toBe(false);
});

it('lets it be done after a recent sign-in with a second factor', async () => {
  const { sign, block, isBlocked } = await start({ block: { maxAgeSeconds: 600, mfa: true } });

  const response = await block(await sign(signedIn(600, 'pwd', 'mfa')));

  expect(response.status).toBe(200);
  expect(isBlocked()).toBe(true);
});

it('counts the age of the sign-in at each request, also of a token that is known', async () => {
  const { sign, block, clock } = await start({ block: { maxAgeSeconds: 60 } });
  const token = await sign(signedIn(30, 'pwd'));
  await block(token);
  clock.now += 31_000;

  const outcome = await outcomeOf(await block(token));

  expect(outcome).toBe('401 step-up-required');
});

it('asks before someone is added, too', async () => {
  const { admin, sign } = await start({ createUser: { maxAgeSeconds: 300 } });
  const add = async (token: string) =>
    admin.call(
      createUser,
      { body: { connection: 'nowhere', email: 'new@acme.example' } },
      { headers: { authorization: `Bearer ${token}` } },
    );

  const outcomes = [
    await outcomeOf(await add(admin.token)),
    await outcomeOf(await add(await sign(signedIn(10, 'pwd')))),
  ];

  expect(outcomes).toEqual(['401 step-up-required', '400 invalid-request']);
});

it('asks nothing for an act that the policy does not name', async () => {
  const { admin, block } = await start({ setPassword: { maxAgeSeconds: 60 } });

  const response = await block(admin.token);

  expect(response.status).toBe(200);
});

it('does not believe a token that says so under another key', async () => {
  const { admin, block, isBlocked } = await start({ block: { maxAgeSeconds: 300 } });
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  );
  const forged = await new SignJWT({ ...claimsOf(admin.token), ...signedIn(1, 'pwd', 'mfa') })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
    .sign(privateKey);

  const outcome = await outcomeOf(await block(forged));

  expect(outcome).toBe('401 invalid-token');
  expect(isBlocked()).toBe(false);
});

it('does not believe claims that were put into a genuine token', async () => {
  const { admin, block, isBlocked } = await start({ block: { maxAgeSeconds: 300 } });
  const [header, , signature] = admin.token.split('.');
  const payload = base64url.encode(JSON.stringify({ ...claimsOf(admin.token), ...signedIn(1, 'pwd') }));

  const outcome = await outcomeOf(await block(`${header}.${payload}.${signature}`));

  expect(outcome).toBe('401 invalid-token');
  expect(isBlocked()).toBe(false);
});

it('asks nobody to sign in for someone who does not exist for him', async () => {
  const { admin, addPerson, block } = await start({ block: { maxAgeSeconds: 300 } });
  const outsider = addPerson({ memberOf: 'Globex' });

  const outcomes = [
    await outcomeOf(await block(admin.token, outsider.user_id)),
    await outcomeOf(await block(admin.token, 'auth0|nobody')),
  ];

  expect(outcomes).toEqual(['404 user-not-found', '404 user-not-found']);
});

it('asks nobody to sign in for what he may not do even then', async () => {
  const { admin, block } = await start({ block: { maxAgeSeconds: 300 } });

  const outcome = await outcomeOf(await block(admin.token, admin.person.user_id));

  expect(outcome).toBe('409 own-account');
});

it('says how to sign in, in the header and in the body, and lets the page read both', async () => {
  const { admin, block } = await start({ block: { maxAgeSeconds: 300, mfa: true } });

  const response = await block(admin.token);

  expect(response.headers.get('www-authenticate')).toBe(
    `Bearer realm="steward", error="insufficient_user_authentication", ` +
      `error_description="Sign in again for this", max_age="300", acr_values="${multiFactor}"`,
  );
  expect(await response.json()).toMatchObject({ max_age: 300, acr_values: multiFactor });
});

it('puts on record that it was asked for', async () => {
  const { admin, audit, block } = await start({ block: { maxAgeSeconds: 300 } });

  await block(admin.token);

  expect(audit.entries).toMatchObject([
    { act: 'setUserBlocked', outcome: 'refused', problem: 'step-up-required' },
  ]);
});

it('asks a function of the policy who does what to whom', async () => {
  const { sign, block } = await start(({ action, user, admin }) =>
    action === 'block' && user?.user_id !== admin.user_id ? { mfa: true } : null,
  );

  const outcomes = [
    await outcomeOf(await block(await sign(signedIn(90_000, 'pwd')))),
    await outcomeOf(await block(await sign(signedIn(90_000, 'pwd', 'mfa')))),
  ];

  expect(outcomes).toEqual(['401 step-up-required', '200']);
});

it.each<[string, PolicyInput['stepUp']]>([
  [
    'throws',
    () => {
      throw new Error('broken');
    },
  ],
  ['answers nonsense', () => ({ maxAgeSeconds: '300' }) as never],
  ['never answers', () => new Promise(() => {})],
])('lets nothing be done when the function %s', async (_, stepUp) => {
  const { sign, block, isBlocked } = await start(stepUp);

  const outcome = await outcomeOf(await block(await sign(signedIn(1, 'pwd', 'mfa'))));

  expect(outcome).toBe('403 policy-refused');
  expect(isBlocked()).toBe(false);
});

it.each([{ block: {} }, { block: { maxAgeSeconds: 0 } }, { fly: { mfa: true } }, 'always'])(
  'refuses the policy %j',
  (stepUp) => {
    expect(() => definePolicy({ stepUp: stepUp as never })).toThrow('stepUp');
  },
);

it('asks the same of an invitation that is sent again or withdrawn as of adding someone', async () => {
  const { admin, sign, tenant } = await start({ createUser: { maxAgeSeconds: 300 } });
  const token = await sign(signedIn(10, 'pwd'));
  const headers = { authorization: `Bearer ${token}` };
  const body = { connection: connectionNames.database, email: 'ivy@acme.example' };
  await admin.call(createUser, { body }, { headers });
  tenant.settle();
  const { invitations } = await (await admin.call(listInvitations, {})).json();
  const params = { invitationId: String(invitations[0]?.id) };

  const outcomes = [
    await outcomeOf(await admin.call(resendInvitation, { params })),
    await outcomeOf(await admin.call(withdrawInvitation, { params })),
    await outcomeOf(await admin.call(withdrawInvitation, { params }, { headers })),
  ];

  expect(outcomes).toEqual(['401 step-up-required', '401 step-up-required', '200']);
});

/** What the page of a member tells of the acts on him, for a token that tells what is given. */
async function offered(stepUp: PolicyInput['stepUp'], told: JWTPayload) {
  const { admin, addPerson, sign } = await start(stepUp);
  const { user_id } = addPerson({ memberOf: 'Acme' });
  const headers = { authorization: `Bearer ${await sign(told)}` };
  const page = await admin.call(getUser, { params: { userId: user_id as never } }, { headers });
  return (await page.json()).acts;
}

it.each<[string, JWTPayload, object]>([
  ['no sign-in', {}, { max_age: 300, acr_values: multiFactor }],
  ['an old sign-in', signedIn(301, 'pwd', 'mfa'), { max_age: 300, acr_values: multiFactor }],
  ['no second factor', signedIn(10, 'pwd'), { max_age: 300, acr_values: multiFactor }],
])(
  'says before an act that a sign-in will be asked for, with a token that tells of %s',
  async (_, told, demand) => {
    const acts = await offered({ block: { maxAgeSeconds: 300, mfa: true } }, told);

    expect(acts.block).toEqual({ allowed: true, signInAgain: demand });
    expect(acts.unlinkIdentity).not.toHaveProperty('signInAgain');
  },
);

it('says nothing of a sign-in where the one at hand will do', async () => {
  const acts = await offered({ block: { maxAgeSeconds: 300, mfa: true } }, signedIn(10, 'pwd', 'mfa'));

  expect(acts.block).toEqual({ allowed: true });
});

it('says nothing of a sign-in before what is refused anyway', async () => {
  const acts = await offered({ setPassword: { maxAgeSeconds: 300 } }, {});

  expect(acts.setPassword).not.toHaveProperty('signInAgain');
});

it('closes an act of which the policy cannot say whether it asks for a sign-in', async () => {
  const acts = await offered(({ action }) => {
    if (action === 'block') throw new Error('broken');
    return null;
  }, {});

  expect(acts.block).toMatchObject({ allowed: false, rule: 'policy' });
  expect(acts.endSessions).toEqual({ allowed: true });
});

it('says it before someone is added, and before anything is done with an invitation', async () => {
  const { admin, sign } = await start({ createUser: { maxAgeSeconds: 300 } });
  const headers = { authorization: `Bearer ${await sign(signedIn(10, 'pwd'))}` };
  const addingIn = async (route: typeof getCreationOptions | typeof listInvitations, more = {}) =>
    (await (await admin.call(route, {}, more)).json()).adding;

  const told = [
    await addingIn(getCreationOptions),
    await addingIn(listInvitations),
    await addingIn(getCreationOptions, { headers }),
    await addingIn(listInvitations, { headers }),
  ];

  const asked = { allowed: true, signInAgain: { max_age: 300 } };
  expect(told).toEqual([asked, asked, { allowed: true }, { allowed: true }]);
});
