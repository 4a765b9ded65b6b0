import * as z from 'zod/mini';
import { me } from './me.ts';
import { defineRoute, type Route } from './route.ts';
import { userListQuery } from './search.ts';
import { blockedEdit, userDetail, userId, userPage, userProfile } from './user.ts';

const userParams = z.strictObject({ userId });

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
  summary: 'One member, with roles, blocks, authentication methods and last sign-ins',
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
  problems: [
    'organization-required',
    'permission-missing',
    'user-not-found',
    'own-account',
    'outranked',
    'shared-user',
    'body-too-large',
    'unsupported-media-type',
    'audit-unavailable',
  ],
});

/** Every route of the API: the proxy binds them all, the OpenAPI document lists them, attacks walk them. */
export const routes: readonly Route[] = [getMe, listUsers, getUser, setUserBlocked];
