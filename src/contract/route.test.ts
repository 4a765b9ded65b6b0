import { expect, expectTypeOf, it } from 'vitest';
import { pathTo, type RouteInput, type RouteOutput } from './route.ts';
import { type getMe, listUsers } from './routes.ts';
import type { UserId, UserPage } from './user.ts';
import { getUser, type setUserBlocked } from './user-routes.ts';

it('keeps an id with reserved characters in one path segment', () => {
  expect(pathTo(getUser, { params: { userId: 'a/../b|%?#😀' } })).toBe(
    '/users/a%2F..%2Fb%7C%25%3F%23%F0%9F%98%80',
  );
});

it('leaves out what is undefined in a query', () => {
  expect(pathTo(listUsers, { query: { q: 'a b&c', status: undefined } })).toBe('/users?q=a+b%26c');
});

it('refuses a path whose parameter is missing', () => {
  expect(() => pathTo(getUser)).toThrow('userId');
});

it('types what a caller gives and gets', () => {
  expectTypeOf<RouteInput<typeof getMe>>().toEqualTypeOf<Record<never, never>>();
  expectTypeOf<RouteInput<typeof listUsers>>().toHaveProperty('query');
  expectTypeOf<{ query?: undefined }>().toExtend<{ query?: RouteInput<typeof listUsers>['query'] }>();
  expectTypeOf<RouteInput<typeof setUserBlocked>['body']>().toEqualTypeOf<{ blocked: boolean }>();
  expectTypeOf<RouteInput<typeof getUser>['params']>().toExtend<{ userId: string }>();
  expectTypeOf<UserId>().toExtend<string>();
  expectTypeOf<RouteOutput<typeof listUsers>>().toEqualTypeOf<UserPage>();
});
