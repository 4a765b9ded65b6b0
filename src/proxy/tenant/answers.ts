import type { Management } from 'auth0';
import { z } from 'zod';

/**
 * What we read of Auth0's answers. Its SDK's types say which names there are, so a misspelt one does not compile; the
 * schemas drop what is not named here: tokens of identity providers, details of log entries and all that is to come.
 *
 * @see https://auth0.com/docs/api/management/v2
 */
export type Fields<Type> = { [Name in keyof Type as string extends Name ? never : Name]?: z.ZodType };

/**
 * Directories and identity providers write what they like into a profile: null, a number, a list of names. What is not
 * of its kind counts as absent, or one odd profile would take a whole list down and tell a stranger from nobody. Only
 * what decides something stays strict (`user_id`, `blocked`); metadata that is no object holds no organization.
 */
const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const metadata = z
  .custom<Record<string, unknown>>(isMetadata)
  .optional()
  .catch(({ value }) => z.record(z.string(), z.unknown()).optional().safeParse(value).data);

/** Far quicker to find out than by a record's schema, which is left what has a key that no object should have. */
function isMetadata(value: unknown): boolean {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && !Object.hasOwn(value, '__proto__');
}

/** Auth0 writes null or an empty text for what it does not know of a log entry, a role or a block. */
export const known = z
  .string()
  .nullish()
  .transform((value) => value || undefined);

const identity = z.object({
  connection: z.string(),
  provider: z.string(),
  user_id: z.union([z.string(), z.number().transform(String)]),
  isSocial: z.boolean().default(false),
  profileData: z
    .object({ name: text, email: text } satisfies Fields<Management.UserProfileData>)
    .optional()
    .catch(undefined),
} satisfies Fields<Management.UserIdentitySchema>);

/** A whole profile. */
export const auth0User = z.object({
  user_id: z.string(),
  email: text,
  email_verified: flag,
  username: text,
  phone_number: text,
  phone_verified: flag,
  created_at: z.string(),
  updated_at: text,
  identities: z.array(identity),
  app_metadata: metadata,
  user_metadata: metadata,
  picture: text,
  name: text,
  nickname: text,
  last_ip: text,
  last_login: text,
  last_password_reset: text,
  logins_count: count,
  blocked: z.boolean().optional(),
  given_name: text,
  family_name: text,
} satisfies Fields<Management.UserResponseSchema>);
export type Auth0User = z.infer<typeof auth0User>;

/** What a list shows of a user, and what it takes to judge and date him. */
export const auth0Row = auth0User.pick({
  user_id: true,
  email: true,
  email_verified: true,
  username: true,
  phone_number: true,
  created_at: true,
  updated_at: true,
  identities: true,
  app_metadata: true,
  user_metadata: true,
  picture: true,
  name: true,
  last_login: true,
  logins_count: true,
  blocked: true,
});
export type Auth0Row = z.infer<typeof auth0Row>;

type Uncaught<Shape> = {
  [Name in keyof Shape]: Shape[Name] extends z.ZodCatch<infer Inner> ? Inner : Shape[Name];
};

function uncaught<Shape extends z.ZodRawShape>(shape: Shape): Uncaught<Shape> {
  const inner = Object.entries(shape).map(([name, schema]) => [
    name,
    schema instanceof z.ZodCatch ? schema.unwrap() : schema,
  ]);
  // The names are the shape's own.
  return Object.fromEntries(inner) as Uncaught<Shape>;
}

/** Nearly every row is as Auth0 itself writes it; only where one is not are its attributes caught one by one. */
const tidyRow = z.object(uncaught(auth0Row.shape));

export const auth0Rows = z.object({
  start: z.number(),
  total: z.number(),
  users: z.array(z.union([tidyRow, auth0Row])),
});
export type Auth0Rows = z.infer<typeof auth0Rows>;

/** Who the admin is. */
export const auth0Admin = auth0User.pick({
  user_id: true,
  name: true,
  email: true,
  picture: true,
  blocked: true,
  app_metadata: true,
});
export type Auth0Admin = z.infer<typeof auth0Admin>;

export const permissions = z.array(
  z.object({
    resource_server_identifier: z.string(),
    permission_name: z.string(),
  } satisfies Fields<Management.UserPermissionSchema>),
);

export const roles = z.array(
  z.object({ id: z.string(), name: z.string(), description: known } satisfies Fields<Management.Role>),
);

export const blocks = z.object({
  blocked_for: z.array(
    z.object({
      identifier: z.string(),
      ip: known,
      connection: known,
    } satisfies Fields<Management.UserBlockIdentifier>),
  ),
});

export const authenticationMethods = z.array(
  z.object({
    id: z.string(),
    type: z.string(),
    confirmed: z.boolean().optional(),
    name: known,
    phone_number: known,
    email: known,
    created_at: known,
    last_auth_at: known,
  } satisfies Fields<Management.UserAuthenticationMethod>),
);
export type Auth0AuthenticationMethod = z.infer<typeof authenticationMethods>[number];

export const logEntries = z.array(
  z.object({
    log_id: z.string(),
    date: z.string(),
    type: z.string(),
    user_id: known,
    client_name: known,
    connection: known,
    ip: known,
    user_agent: known,
    location_info: z
      .object({ country_code: known, city_name: known } satisfies Fields<Management.LogLocationInfo>)
      .nullish(),
  } satisfies Fields<Management.Log>),
);
export type Auth0LogEntry = z.infer<typeof logEntries>[number];
