import * as z from 'zod/mini';
import { field } from './field.ts';
import { permission } from './permission.ts';
import { userId } from './user.ts';

/** One customer: the value at `app_metadata.organization` of its users. */
export const organizationId = z.string().brand<'OrganizationId'>();
export type OrganizationId = z.infer<typeof organizationId>;

export const connection = z.object({
  name: z.string(),
  label: z.string(),
  /** Auth0's word: `auth0`, `email`, `sms`, `google-oauth2`, `samlp` and so on. */
  strategy: z.string(),
});
export type Connection = z.infer<typeof connection>;

/** An application of the vendor's that mails may lead to. */
export const application = z.object({ client_id: z.string(), name: z.string() });

/** What the vendor's policy sets for the organization, in the admin's language. */
export const settings = z.object({
  title: z.string(),
  logo: z.optional(z.string()),
  /** CSS colours for the two themes; each has contrast enough with its background. */
  accent: z.optional(z.object({ light: z.string(), dark: z.string() })),
  /** BCP 47; the browser's language unless the vendor says. */
  locale: z.optional(z.string()),
  fields: z.array(field),
  /** Those that the vendor's policy names for the organization. */
  connections: z.array(connection),
  applications: z.array(application),
  /** Words of the screens that the vendor has put in his own way, by their keys, such as `users.title`. */
  messages: z.record(z.string(), z.string()),
  /** Shown in the admin's menu: help, contact, terms. */
  links: z.array(z.object({ label: z.string(), href: z.string() })),
  /** Ways to add people: by invitation, or with a temporary password too. */
  creation: z.array(z.enum(['invite', 'password'])),
  /** Acts for which the admin must say why. */
  reasons: z.array(z.string()),
});
export type Settings = z.infer<typeof settings>;

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
