import { me } from './me.ts';
import { defineRoute } from './route.ts';
import { userListQuery } from './search.ts';
import { userPage } from './user.ts';

export const getMe = defineRoute({
  name: 'getMe',
  summary: 'The signed-in admin, his organizations, permissions and settings',
  method: 'GET',
  path: '/me',
  response: me,
  permission: null,
  problems: [],
});

export const listUsers = defineRoute({
  name: 'listUsers',
  summary: 'The members of the organization, searched, filtered, sorted, page by page',
  method: 'GET',
  path: '/users',
  query: userListQuery,
  response: userPage,
  permission: 'read:users',
  problems: ['organization-required', 'permission-missing', 'invalid-search', 'invalid-cursor'],
});
