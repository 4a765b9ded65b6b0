import * as z from 'zod/mini';
import { permission } from './permission.ts';
import { userId } from './user.ts';

/** One customer: the value at `app_metadata.organization` of its users. */
export const organizationId = z.string().brand<'OrganizationId'>();
export type OrganizationId = z.infer<typeof organizationId>;

/** A metadata field that the vendor has declared visible. */
export const field = z.object({
  /** By this name the field is searched and found in `UserProfile.fields`. */
  name: z.string(),
  label: z.string(),
});

export const connection = z.object({
  name: z.string(),
  label: z.string(),
  /** Auth0's word: `auth0`, `email`, `sms`, `google-oauth2`, `samlp` and so on. */
  strategy: z.string(),
});
export type Connection = z.infer<typeof connection>;

export const settings = z.object({
  title: z.string(),
  fields: z.array(field),
  /** Those that the vendor's policy names for the organization. */
  connections: z.array(connection),
});

export const me = z.object({
  user_id: userId,
  name: z.string(),
  email: z.optional(z.string()),
  picture: z.optional(z.string()),
  /** In the order of his profile; never empty. */
  organizations: z.array(z.object({ id: organizationId, name: z.string() })),
  /** The one that this answer speaks of; null when there are several and the request named none. */
  organization: z.nullable(organizationId),
  permissions: z.array(permission),
  settings,
});
export type Me = z.infer<typeof me>;
