import * as z from 'zod/mini';
import { defineRoute } from './route.ts';
import { userId, userProfile } from './user.ts';
import { actProblems, userParams } from './user-route.ts';

/** What becomes of the second account: Auth0 keeps its identity and discards its metadata, roles and user id. */
export const linkPreview = z.object({
  second: userProfile,
  /** Declared fields of the second that go, in the admin's words. */
  lost: z.array(z.object({ label: z.string(), value: z.string() })),
  lostRoles: z.array(z.string()),
});
export type LinkPreview = z.infer<typeof linkPreview>;

export const previewLink = defineRoute({
  name: 'previewLink',
  summary: 'What is lost when a second account of the organization is linked to one member',
  method: 'GET',
  path: '/users/:userId/identities/preview',
  params: userParams,
  query: z.strictObject({ with: userId }),
  response: linkPreview,
  permission: 'update:users',
  problems: [
    'organization-required',
    'permission-missing',
    'user-not-found',
    // The second account is nobody's, or not here.
    'item-not-found',
    'not-possible',
    'own-account',
    'outranked',
    'shared-user',
    'policy-refused',
  ],
});

export const linkIdentity = defineRoute({
  name: 'linkIdentity',
  summary: 'Links a second account of the organization to one member',
  method: 'POST',
  path: '/users/:userId/identities',
  params: userParams,
  body: z.strictObject({ with: userId }),
  response: userProfile,
  permission: 'update:users',
  problems: [...actProblems, 'item-not-found'],
});

export const unlinkIdentity = defineRoute({
  name: 'unlinkIdentity',
  summary: 'Makes a linked identity an account of its own again, in the same organization',
  method: 'DELETE',
  path: '/users/:userId/identities/:provider/:identityId',
  params: z.strictObject({ ...userParams.shape, provider: z.string(), identityId: z.string() }),
  response: userProfile,
  permission: 'update:users',
  problems: [...actProblems, 'item-not-found'],
});
