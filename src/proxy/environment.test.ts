import { expect, it } from 'vitest';
import { ConfigError, readEnvironment } from './environment.ts';

const complete = {
  AUTH0_DOMAIN: 'tenant.eu.auth0.com',
  AUTH0_CLIENT_ID: 'id',
  AUTH0_CLIENT_SECRET: 'secret',
  STEWARD_AUDIENCE: 'https://steward.example/api',
  STEWARD_CLIENT_IDS: 'spa, other',
  STEWARD_CURSOR_SECRET: 'x'.repeat(32),
};

function faultsOf(variables: Record<string, string | undefined>): readonly string[] {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences;
  }
  return [];
}

it('needs only what cannot be guessed', () => {
  const { config, port, auditUrl } = readEnvironment(complete);

  expect(config.auth0.url).toBe('https://tenant.eu.auth0.com');
  expect(config.clientIds).toEqual(['spa', 'other']);
  expect([config.organizationKey, config.basePath, config.trustedProxies, port, auditUrl]).toEqual([
    'organization',
    '/api',
    0,
    4300,
    'file:./data/audit.db',
  ]);
});

it('names every missing variable', () => {
  const faults = faultsOf({ AUTH0_DOMAIN: '' });

  expect(faults).toEqual([
    'AUTH0_DOMAIN is missing.',
    'AUTH0_CLIENT_ID is missing.',
    'AUTH0_CLIENT_SECRET is missing.',
    'STEWARD_AUDIENCE is missing.',
    'STEWARD_CLIENT_IDS is missing.',
    'STEWARD_CURSOR_SECRET is missing.',
  ]);
});

it.each([
  ['http://localhost:4400/', 'http://localhost:4400'],
  ['https://x.example/demo/tenant', 'https://x.example/demo/tenant'],
])('takes %s as a tenant', (domain, url) => {
  const { config } = readEnvironment({ ...complete, AUTH0_DOMAIN: domain });

  expect(config.auth0.url).toBe(url);
});

it.each(['http://tenant.eu.auth0.com', 'ftp://localhost', 'https://a:b@x', 'a b', 'https://x/?q'])(
  'refuses %s as a tenant',
  (domain) => {
    const faults = faultsOf({ ...complete, AUTH0_DOMAIN: domain });

    expect(faults).toEqual(['AUTH0_DOMAIN: use a domain such as tenant.eu.auth0.com.']);
  },
);

it.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['STEWARD_AUDIT_URL', 'mysql://x'],
  ['STEWARD_AUDIT_URL', 'file:'],
  ['STEWARD_TRUSTED_PROXIES', '-1'],
  ['STEWARD_TRUSTED_PROXIES', 'true'],
  ['STEWARD_REQUESTS_PER_SECOND', '20'],
  ['STEWARD_REQUESTS_PER_SECOND', '20,-1'],
  ['STEWARD_DPOP', 'yes'],
])('refuses %s=%s by name', (name, value) => {
  const faults = faultsOf({ ...complete, [name]: value });

  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${name}: .+\\.$`));
});
