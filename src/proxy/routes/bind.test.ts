import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import { bind, bindPersonal, checkBindings } from './bind.ts';

const never = () => Promise.reject(new Error('not called'));

it('starts with every route bound once', () => {
  expect(() =>
    checkBindings([bindPersonal(getMe, never), bind(listUsers, never)], [getMe, listUsers]),
  ).not.toThrow();
});

it('does not start while a route of the contract is not bound', () => {
  expect(() => checkBindings([bindPersonal(getMe, never)], [getMe, getUser])).toThrow(
    'getUser is bound 0 times',
  );
});

it('does not start when a route is bound twice', () => {
  const bindings = [bindPersonal(getMe, never), bindPersonal(getMe, never)];

  expect(() => checkBindings(bindings, [getMe])).toThrow('getMe is bound 2 times');
});

it('does not start with a route that the contract does not know', () => {
  expect(() => checkBindings([bind(getUser, never)], [])).toThrow('getUser is not in the contract');
});

it('does not start when a route that needs a permission is bound as personal', () => {
  expect(() => checkBindings([bindPersonal(listUsers, never)], [listUsers])).toThrow(
    'against its permission',
  );
});
