import { expect, it } from 'vitest';
import { type StartOptions, startProxy } from '#tests/support/start-proxy.ts';
import { openServices } from '../services.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import { deny } from './denial.ts';
import { explain, type PolicyRequest, Unexplained } from './explain.ts';
import { field } from './filter.ts';
import { definePolicy, type PolicyInput } from './policy.ts';

async function start(policy: PolicyInput = {}, options: StartOptions = {}) {
  const started = await startProxy({ ...options, config: { policy: definePolicy(policy) } });
  const services = openServices(started.config, started.world);
  const caller = {
    requestId: 'test',
    turn: { lane: '', priority: 'interactive' as const },
    deadline: deadlineIn(5_000),
    signal: new AbortController().signal,
    onCall: () => {},
  };
  const { admin } = started;
  const ask = async (request: Partial<PolicyRequest>) => {
    const whole = {
      admin: admin.person.user_id,
      user: undefined,
      organization: undefined,
      action: 'all' as const,
    };
    const { allowed, lines } = await explain({ ...whole, ...request }, services, caller);
    return { allowed, text: lines.join('\n') };
  };
  return { ...started, ask };
}

const locked: PolicyInput = {
  access: ({ action }) => (action === 'leave' ? deny('Ask Orbit first.') : true),
  reasons: ['block'],
};

it('names every rule that was asked, up to the one that decides', async () => {
  const { ask, addPerson } = await start(locked);
  const { user_id: user } = addPerson({ memberOf: 'Acme', profile: { name: 'Jane' } });

  const leave = await ask({ user, action: 'leave' });
  const block = await ask({ user, action: 'block' });

  expect(leave.allowed).toBe(false);
  expect(leave.text).toMatch(/leave: refused by policy\n {2}✓ permission: he holds delete:users/);
  expect(leave.text).toContain('✗ policy: Ask Orbit first.');
  expect(block.allowed).toBe(true);
  expect(block.text).toContain('he must say why');
});

it('says of every act what stands against it', async () => {
  const { ask, addPerson } = await start(locked, { role: 'helpdesk' });
  const { email: user } = addPerson({ memberOf: 'Acme', role: 'administrator' });

  const { allowed, text } = await ask({ user });

  expect(allowed).toBe(true);
  expect(text).toMatch(/block +✗ permission: he does not hold block:users/);
  expect(text).toMatch(/sendPasswordReset +✗ outranked: the user may do what he may not/);
});

it.each<[string, PolicyInput, string]>([
  ['the organization', {}, '✗ does not belong to Acme'],
  [
    'the filter',
    { filter: () => field('name').is('Somebody') },
    '✗ the filter leaves him out: name:"Somebody"',
  ],
  ['access', { access: ({ action }) => action !== 'readUser' }, '✗ access does not let him be read'],
])('says that someone does not exist because of %s', async (rule, policy, expected) => {
  const { ask, addPerson } = await start(policy);
  const { user_id: user } = addPerson({ memberOf: rule === 'the organization' ? 'Globex' : 'Acme' });

  const { allowed, text } = await ask({ user, action: 'block' });

  expect(allowed).toBe(false);
  expect(text).toContain(expected);
  expect(text).not.toMatch(/^block: /m);
});

it('explains adding a person without a person', async () => {
  const { ask } = await start({
    access: ({ action }) => action !== 'createUser' || deny('The contract is full.'),
  });

  const { allowed, text } = await ask({ action: 'createUser' });

  expect(allowed).toBe(false);
  expect(text).toContain('✗ policy: The contract is full.');
});

it('asks which one is meant', async () => {
  const { ask, addPerson } = await start({}, { adminOf: ['Acme', 'Globex'] });
  const { user_id: user } = addPerson({ memberOf: 'Acme', profile: { email: 'jane@acme.example' } });

  const outcomes = await Promise.allSettled([
    ask({ user }),
    ask({ user: 'nobody@acme.example', organization: 'Acme' }),
    ask({ admin: user, user }),
  ]);

  const sentences = outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : null));
  expect(sentences).toEqual(sentences.map(() => expect.any(Unexplained)));
  expect(sentences.map(String)).toMatchObject([
    expect.stringContaining('--organization, one of "Acme", "Globex"'),
    expect.stringContaining('There is no user with the email'),
    expect.stringContaining('is no admin'),
  ]);
});

it('writes nothing', async () => {
  const { ask, addPerson, tenant, audit } = await start();
  const { user_id: user } = addPerson({ memberOf: 'Acme' });
  const before = tenant.calls.length;

  await ask({ user });

  expect(tenant.calls.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(JSON.stringify(audit)).not.toContain(user);
});
