import { expect, it } from 'vitest';
import type { NewUser } from '#contract/create-user.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { startAdding } from '#tests/support/people-adding.ts';
import { outcomeOf } from '#tests/support/start-proxy.ts';

const jo = { connection: connectionNames.database, email: 'jo@acme.example' };
const strong = 'Kestrel-58-Orchard';

async function errorsOf(response: Response): Promise<[string, string][]> {
  const { errors = [] } = await response.json();
  return errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail]);
}

it('adds a person with a password that opens nothing before he has chosen his own', async () => {
  const { add, made, sent, tenant } = await startAdding();

  const response = await add({ ...jo, password: strong });

  expect(await response.json()).toEqual({ outcome: 'added' });
  const [person] = made();
  expect(person?.app_metadata?.steward_temporary_password).toEqual({
    at: person?.last_password_reset,
    ticket: expect.stringContaining('/u/reset-password?ticket='),
  });
  expect(tenant.record(person?.user_id ?? '')?.password).toBe(strong);
  expect(tenant.mails()).toEqual([]);
  const [first] = sent.filter(({ method }) => method === 'PATCH');
  expect(first?.body).toMatchObject({
    password: strong,
    app_metadata: { steward_temporary_password: { at: null } },
  });
});

it('keeps a temporary password out of the log, the record and the answer', async () => {
  const { add, lines, audit } = await startAdding();

  const response = await add({ ...jo, password: strong });
  const weak = await add({ ...jo, email: 'x@acme.example', password: 'jo-Orchard-secret' });

  const texts = JSON.stringify([lines, audit.entries, await response.text(), await weak.text()]);
  expect(texts).not.toContain(strong);
  expect(texts).not.toContain('ticket=');
});

it.each<[string, Partial<NewUser>, string, string]>([
  ['too short', { password: 'Ab1!' }, '#/password', 'Use at least 15 characters.'],
  [
    'of too few kinds',
    { password: 'orchardorchardorchard' },
    '#/password',
    'Use 3 of these: lower-case letters, upper-case letters, digits, special characters (!@#$%^&*).',
  ],
  [
    'made of the name',
    { name: 'Jo Hawthorne', password: 'Hawthorne-2026-x' },
    '#/password',
    'Use nothing of the name, username or email.',
  ],
])('refuses a temporary password that is %s, and says so', async (_, wish, ...error) => {
  const { add, sent } = await startAdding();

  const response = await add({ ...jo, ...wish });

  expect(await outcomeOf(response)).toBe('400 weak-password');
  expect(await errorsOf(response)).toEqual([error]);
  expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('leaves nobody behind when Auth0 alone finds the password weak', async () => {
  const { add, made } = await startAdding({
    between: (request, pass) =>
      request.method === 'PATCH'
        ? Promise.resolve(
            Response.json(
              { statusCode: 400, message: 'PasswordStrengthError: Password is too weak' },
              { status: 400 },
            ),
          )
        : pass(request),
  });

  const outcome = await outcomeOf(await add({ ...jo, password: strong }));

  expect(outcome).toBe('400 weak-password');
  expect(made()).toEqual([]);
});

it('lets nobody in when the second half of a temporary password fails', async () => {
  const { add, made } = await startAdding({
    between: (request, pass) =>
      request.url.includes('/tickets/') ? Promise.resolve(new Response('', { status: 500 })) : pass(request),
  });

  const response = await add({ ...jo, password: strong });

  expect(await outcomeOf(response)).toBe('503 auth0-unavailable');
  expect(made()[0]?.app_metadata?.steward_temporary_password).toEqual({ at: null });
});
