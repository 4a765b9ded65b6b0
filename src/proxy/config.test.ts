import { expect, it } from 'vitest';
import { configFaults, type ProxyConfig } from './config.ts';
import { definePolicy } from './policy/policy.ts';

const sound: ProxyConfig = {
  auth0: { url: 'https://tenant.example', clientId: 'id', clientSecret: 'secret' },
  audience: 'https://steward.example/api',
  clientIds: ['spa'],
  organizationKey: 'organization',
  allowedOrigins: ['https://admin.example', 'http://localhost:4200'],
  policy: definePolicy({}),
  cursorSecret: 'x'.repeat(32),
  basePath: '/api',
};

it('finds nothing wrong with a sound configuration', () => {
  const faults = configFaults(sound);

  expect(faults).toEqual([]);
});

it.each<[string, Partial<ProxyConfig>]>([
  ['STEWARD_ORGANIZATION_KEY', { organizationKey: 'a.b' }],
  ['STEWARD_ORGANIZATION_KEY', { organizationKey: 'a:"x" OR b' }],
  ['STEWARD_ORGANIZATION_KEY', { organizationKey: '__proto__' }],
  ['STEWARD_CLIENT_IDS', { clientIds: [] }],
  ['STEWARD_CURSOR_SECRET', { cursorSecret: 'short' }],
  ['STEWARD_ALLOWED_ORIGINS', { allowedOrigins: ['https://admin.example/'] }],
  ['STEWARD_ALLOWED_ORIGINS', { allowedOrigins: ['*'] }],
  ['STEWARD_ALLOWED_ORIGINS', { allowedOrigins: ['null'] }],
  ['STEWARD_PUBLIC_URL', { publicUrl: 'https://api.example/' }],
  ['STEWARD_PUBLIC_URL', { publicUrl: 'api.example' }],
  ['STEWARD_PUBLIC_URL', { publicUrl: 'https://ada@api.example' }],
])('names %s when it is %j', (name, change) => {
  const faults = configFaults({ ...sound, ...change });

  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name}`));
});

it('refuses a policy that would show the organizations of a user', () => {
  const policy = definePolicy({
    fields: [{ name: 'customer', label: 'Customer', path: 'app_metadata.organization' }],
  });

  const faults = configFaults({ ...sound, policy });

  expect(faults[0]).toMatch(/^STEWARD_POLICY: the field customer/);
});

it.each([
  ['a name that every search has', [{ name: 'email', label: 'x', path: 'user_metadata.x' }]],
  ['a prototype key', [{ name: '__proto__', label: 'x', path: 'user_metadata.x' }]],
  ['a path outside metadata', [{ name: 'x', label: 'x', path: 'identities.access_token' }]],
  [
    'a name said twice',
    [
      { name: 'x', label: 'x', path: 'user_metadata.x' },
      { name: 'x', label: 'y', path: 'user_metadata.y' },
    ],
  ],
])('refuses a policy field with %s', (_, fields) => {
  expect(() => definePolicy({ fields })).toThrow();
});
