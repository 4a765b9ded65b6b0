import { me } from './me.ts';
import { defineRoute } from './route.ts';
import { userListQuery } from './search.ts';
import { blockedEdit, userDetail, userPage, userProfile } from './user.ts';
import { actProblems, userParams } from './user-route.ts';

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

export const getUser = defineRoute({
  name: 'getUser',
  summary: 'One member, with roles, blocks and authentication methods, and what the admin may do to him',
  method: 'GET',
  path: '/users/:userId',
  params: userParams,
  response: userDetail,
  permission: 'read:users',
  problems: ['organization-required', 'permission-missing', 'user-not-found'],
});

export const setUserBlocked = defineRoute({
  name: 'setUserBlocked',
  summary: 'Blocks or unblocks one member',
  method: 'PUT',
  path: '/users/:userId/blocked',
  params: userParams,
  body: blockedEdit,
  response: userProfile,
  permission: 'block:users',
  problems: actProblems,
});
