import { expect, it } from 'vitest';
import { type HostName, hostFiles, hosts } from './host-files.ts';
import { cacheControl, siteHeaders } from './site-headers.ts';

const origins = { proxy: 'https://steward-api.example.com', tenant: 'https://tenant.eu.auth0.com' };
// `Object.keys` forgets the names.
const names = Object.keys(hosts) as HostName[];

function textFor(host: HostName): string {
  return hostFiles(host, origins)
    .map(({ text }) => text)
    .join('\n');
}

it.each(names)('tells %s every header, whole', (host) => {
  const text = textFor(host).toLowerCase();

  for (const [name, value] of Object.entries(siteHeaders(origins))) {
    expect(text).toContain(name);
    expect(text).toContain(value.toLowerCase());
  }
});

it.each(names)('lets %s keep assets for ever', (host) => {
  expect(textFor(host)).toContain(cacheControl.assets);
});

it.each(names.filter((host) => host !== 'cloudflare'))('tells %s to answer index.html', (host) => {
  expect(textFor(host)).toContain('index.html');
});

it.each(['vercel', 'firebase'] as const)('gives %s valid JSON', (host) => {
  expect(() => JSON.parse(textFor(host))).not.toThrow();
});

it('allows nothing unsafe, and no other place than the two it needs', () => {
  const policy = siteHeaders(origins)['content-security-policy'] ?? '';

  expect(policy).not.toMatch(/unsafe|\*/);
  expect(policy.match(/https:\/\/[^ ;]+/g)).toEqual([origins.proxy, origins.tenant, origins.tenant]);
});
