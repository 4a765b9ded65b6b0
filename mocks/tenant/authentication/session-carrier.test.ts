import { expect, it } from 'vitest';
import { memoryStorage } from '../storage.ts';
import { cookieCarrier, storageCarrier } from './session-carrier.ts';

function requestWith(cookie: string): Request {
  return new Request('https://tenant.example/', { headers: { Cookie: cookie } });
}

it('carries a session in a cookie that no script can read', () => {
  const headers = new Headers();

  cookieCarrier().write(headers, 'an id');

  expect(headers.getSetCookie()).toEqual(['auth0=an%20id; Max-Age=259200; Path=/; HttpOnly; SameSite=Lax']);
});

it('lets the cookie into frames of other sites only over https', () => {
  const headers = new Headers();

  cookieCarrier({ secure: true }).write(headers, null);

  expect(headers.getSetCookie()).toEqual(['auth0=; Max-Age=0; Path=/; HttpOnly; SameSite=None; Secure']);
});

it.each([
  ['a=b; auth0=an%20id; c=d', 'an id'],
  ['not-auth0=x', null],
  ['auth0=%E0%A4%A', null],
  ['', null],
])('reads the cookie %j', (cookie, id) => {
  expect(cookieCarrier().read(requestWith(cookie))).toBe(id);
});

it('carries a session in the storage that the pages of one browser share', () => {
  const storage = memoryStorage();

  storageCarrier(storage).write(new Headers(), 'an id');

  expect(storageCarrier(storage).read(requestWith(''))).toBe('an id');
});
