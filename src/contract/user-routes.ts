import { defineRoute } from './route.ts';
import { blockedEdit, userProfile } from './user.ts';
import { userDetail } from './user-detail.ts';
import { actProblems, userParams } from './user-route.ts';

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
