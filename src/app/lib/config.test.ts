import { expect, it, onTestFinished, vi } from 'vitest';
import { ConfigError, type ConfigFault, loadConfig, parseConfig } from './config.ts';

const page = 'https://host.example/admin/o/Acme/users?q=1';
const filled = {
  domain: 'tenant.eu.auth0.com',
  clientId: 'abc',
  audience: 'https://steward.example/api',
  proxy: 'https://steward.example/api/',
};

async function faultOf(act: () => unknown): Promise<ConfigFault | undefined> {
  try {
    await act();
  } catch (error) {
    if (error instanceof ConfigError) return error.fault;
    throw error;
  }
}

it('makes addresses absolute, without a slash at their end', () => {
  const config = parseConfig(filled, 'https://host.example/admin/');

  expect(config).toEqual({
    ...filled,
    domain: 'https://tenant.eu.auth0.com',
    proxy: 'https://steward.example/api',
    history: 'browser',
    refreshTokens: true,
    dpop: false,
    base: 'https://host.example/admin/',
  });
});

it.each([
  ['http://localhost:4400', 'http://localhost:4400'],
  ['https://login.example/', 'https://login.example'],
  ['login.example:8443', 'https://login.example:8443'],
  ['tenant', 'https://host.example/admin/tenant'],
  ['/tenant', 'https://host.example/admin/tenant'],
  ['./demo/tenant', 'https://host.example/admin/demo/tenant'],
])('finds the tenant %s', (domain, address) => {
  expect(parseConfig({ ...filled, domain }, 'https://host.example/admin/index.html').domain).toBe(address);
});

it('takes the folder of the page as its base, whatever file serves it', () => {
  expect(parseConfig(filled, 'https://host.example/admin/index.html?demo=1#/o/Acme').base).toBe(
    'https://host.example/admin/',
  );
});

it('names every key that is missing, wrong or unknown', async () => {
  const broken = {
    domain: 'localhost:4400',
    audience: ' ',
    proxy: 'ftp://x',
    history: 'memory',
    clientID: 'abc',
  };

  const fault = await faultOf(() => parseConfig(broken, page));

  expect(fault).toEqual({
    kind: 'keys',
    faults: expect.arrayContaining([
      { fault: 'wrong', key: 'domain' },
      { fault: 'missing', key: 'clientId' },
      { fault: 'wrong', key: 'audience' },
      { fault: 'wrong', key: 'proxy' },
      { fault: 'wrong', key: 'history' },
      { fault: 'unknown', key: 'clientID' },
    ]),
  });
});

it('wants an object', async () => {
  const fault = await faultOf(() => parseConfig(['domain'], page));

  expect(fault).toEqual({ kind: 'not-json' });
});

it('says when the browser lets nobody sign in at this address', async () => {
  vi.stubGlobal('isSecureContext', false);
  onTestFinished(() => void vi.unstubAllGlobals());

  const fault = await faultOf(() => loadConfig(page, async () => Response.json(filled)));

  expect(fault).toEqual({ kind: 'insecure' });
});

it.each<[string, () => Promise<Response>, ConfigFault]>([
  ['is not there', async () => new Response('', { status: 404 }), { kind: 'missing', status: 404 }],
  ['is the page itself', async () => new Response('<!doctype html>'), { kind: 'not-json' }],
  [
    'cannot be fetched',
    async () => Promise.reject(new TypeError('Failed to fetch')),
    { kind: 'unreachable' },
  ],
])('says when the file %s', async (_, answer, fault) => {
  expect(await faultOf(() => loadConfig(page, answer))).toEqual(fault);
});
