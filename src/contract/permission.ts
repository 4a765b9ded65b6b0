import * as z from 'zod/mini';

/**
 * The permissions of the Steward API, as they stand in the `permissions` claim of an access token.
 *
 * @see https://auth0.com/docs/get-started/apis/enable-role-based-access-control-for-apis
 */
export const permission = z.enum([
  'read:users',
  'create:users',
  'update:users',
  'delete:users',
  'block:users',
  'reset:credentials',
  'set:passwords',
  'read:activity',
  'read:audit',
  'manage:roles',
  'import:users',
  'export:users',
  'manage:organizations',
]);
export type Permission = z.infer<typeof permission>;
