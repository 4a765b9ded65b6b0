import { expect, it } from 'vitest';
import { returnAddress } from './return-address.ts';

const base = 'https://steward.example/admin/';

it.each([
  'https://steward.example/admin/o/Acme/users?q=jane#top',
  'https://steward.example/admin//evil.example/',
])('leads back to %s', (address) => {
  expect(returnAddress(address, base)).toBe(address);
});

it.each([
  undefined,
  '//evil.example/',
  'https://evil.example/admin/',
  'https://steward.example.evil.example/admin/',
  'https://steward.example@evil.example/admin/',
  'https://steward.example/elsewhere',
  'javascript:alert(1)',
  'http://[',
])('leads to the start instead of to %s', (address) => {
  expect(returnAddress(address, base)).toBe(base);
});
