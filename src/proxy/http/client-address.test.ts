import { expect, it } from 'vitest';
import { clientAddress } from './client-address.ts';

it.each<[string, string | undefined, string | undefined, number, string | undefined]>([
  ['the connection', '192.0.2.1', undefined, 0, '192.0.2.1'],
  ['the connection, whatever a caller writes', '192.0.2.1', '203.0.113.9', 0, '192.0.2.1'],
  ['an IPv4 connection to an IPv6 socket', '::ffff:192.0.2.1', undefined, 0, '192.0.2.1'],
  ['the one proxy in front', '10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['the one proxy, not the caller', '10.0.0.1', '1.1.1.1, 203.0.113.9', 1, '203.0.113.9'],
  ['the outer of two proxies', '10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['the connection when a proxy was left out', '10.0.0.1', '203.0.113.9', 2, '10.0.0.1'],
  ['the connection when the header is no address', '10.0.0.1', '<script>', 1, '10.0.0.1'],
  ['an address with a port', '10.0.0.1', '203.0.113.9:4711', 1, '203.0.113.9'],
  ['an IPv6 address with a port', '10.0.0.1', '[2001:db8::1]:4711', 1, '2001:db8::1'],
  ['nobody where the run-time does not tell', undefined, '203.0.113.9', 0, undefined],
])('takes the word of %s', (_, remote, forwarded, proxies, expected) => {
  expect(clientAddress(remote, forwarded, proxies)).toBe(expected);
});
