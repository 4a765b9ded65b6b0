import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { demoPassword } from '#mocks/seed/names.ts';
import type { Action } from '#tenant/action.ts';
import { createTenant } from '#tenant/tenant.ts';

// Auth0 takes CommonJS modules; there is no type to check them against but the emulator's.
const load = (file: string) => createRequire(import.meta.url)(file) as Action;
const actions = [load('./require-own-password.cjs'), load('./forget-invitation.cjs')];

function start(app_metadata: Record<string, unknown>) {
  const tenant = createTenant({
    url: 'https://tenant.example',
    seed: noUsersSeed({ spaUrls: ['https://app.example'] }),
    actions,
  });
  tenant.addUser({
    password: demoPassword,
    profile: { user_id: 'auth0|ada', email: 'ada@example.com', app_metadata },
  });
  return { tenant, metadata: () => tenant.user('auth0|ada')?.app_metadata };
}

const invited = {
  organization: 'Acme',
  steward_invited: true,
  steward_invited_at: '2026-10-01T09:00:00.000Z',
};

it('makes someone who was added a member like others when he first signs in', async () => {
  const { tenant, metadata } = start(invited);

  await tenant.token('ada@example.com');

  expect(metadata()).toEqual({ organization: 'Acme' });
});

it('leaves the marks of someone who was refused', async () => {
  const refused = { ...invited, steward_temporary_password: { at: null } };
  const { tenant, metadata } = start(refused);

  await expect(tenant.token('ada@example.com')).rejects.toThrow('access_denied');

  expect(metadata()).toEqual(refused);
});

it('does nothing to everyone else', async () => {
  const { tenant, metadata } = start({ organization: 'Acme', other: 1 });

  await tenant.token('ada@example.com');

  expect(metadata()).toEqual({ organization: 'Acme', other: 1 });
});
