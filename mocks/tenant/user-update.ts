import { bodyAs, type Endpoint, json } from './endpoint.ts';
import { badRequest } from './errors.ts';
import { sendMail } from './mail-sending.ts';
import type { TenantUser, UserRecord } from './model.ts';
import { withNewPassword } from './new-password.ts';
import { runPostChangePassword } from './post-change-password.ts';
import { checkProfileSize } from './profile-size.ts';
import type { TenantStore } from './store.ts';
import { logUserChanges, logUserEvent } from './user-log.ts';
import { recordOf } from './user-record.ts';
import { checkMetadata } from './user-rules.ts';
import { commonUserProperties, type UserInput, userShape } from './user-shape.ts';
import { checkUpdate } from './user-update-rules.ts';

/** @see https://auth0.com/docs/manage-users/user-accounts/manage-users-using-the-management-api */
export function userUpdateEndpoint(store: TenantStore): Endpoint {
  return {
    method: 'PATCH',
    path: '/users/:id',
    userId: 'id',
    takesCustomDomain: true,
    scopes: [['update:users'], ['update:users_app_metadata'], ['update:current_user_metadata']],
    body: userShape({
      ...commonUserProperties,
      verify_phone_number: { type: 'boolean' },
      client_id: { type: 'string', minLength: 1 },
    }),
    group: 'users_write',
    operation: 'Update a User',
    async answer(call) {
      const input = bodyAs<UserInput>(call);
      const record = recordOf(store, call.param('id'));
      checkMetadata(input);
      const identity = checkUpdate(store, record, input);
      if (identity !== 0 && input.password)
        throw badRequest('This tenant keeps no password of a linked identity.');
      const now = store.now();
      const changed = identity === 0 ? changeMain(record, input, now) : changeLinked(record, input, identity);
      if (input.password && store.blocking.newPassword === 'lifts') changed.profile.blocked = false;
      changed.profile.updated_at = new Date(now).toISOString();
      const isTolerated = checkProfileSize(changed.profile, record.profile);
      store.saveUser(changed);
      logUserChanges(store, call, record.profile, changed.profile, Boolean(input.password));
      if (isTolerated) logUserEvent(store, call, changed.profile, 'wum');
      if (input.verify_email) {
        const client = store.client(input.client_id ?? '');
        sendMail(store, 'verify_email', changed, { base: call.linkBase, client, identity });
      }
      if (input.password) await runPostChangePassword(store, call.request, changed);
      return json(changed.profile);
    },
  };
}

const attributes = [
  'blocked',
  'email',
  'email_verified',
  'phone_number',
  'phone_verified',
  'username',
  'given_name',
  'family_name',
  'name',
  'nickname',
  'picture',
] as const satisfies (keyof UserInput & keyof TenantUser)[];

/** Those that belong to an identity, and with `connection` go to a linked one. */
const identityAttributes = new Set<string>([
  'email',
  'email_verified',
  'phone_number',
  'phone_verified',
  'username',
]);

function changeMain(record: UserRecord, input: UserInput, now: number): UserRecord {
  const profile = withMetadata(withAttributes(record.profile, input), input);
  const changed = { ...record, profile };
  return input.password ? withNewPassword(changed, input.password, now) : changed;
}

function changeLinked(record: UserRecord, input: UserInput, index: number): UserRecord {
  const entries = Object.entries(input);
  const own = Object.fromEntries(entries.filter(([name]) => !identityAttributes.has(name)));
  const theirs = Object.fromEntries(entries.filter(([name]) => identityAttributes.has(name)));
  const profile = withMetadata(withAttributes(record.profile, own), own);
  profile.identities = profile.identities.map((identity, at) =>
    at === index ? { ...identity, profileData: { ...identity.profileData, ...theirs } } : identity,
  );
  return { ...record, profile };
}

/** `null` unsets; emails and usernames are kept in lower case. */
function withAttributes(profile: TenantUser, input: UserInput): TenantUser {
  const values = new Map<string, unknown>(Object.entries(profile));
  for (const name of attributes) {
    const value = input[name];
    if (value === null) values.delete(name);
    else if (value !== undefined)
      values.set(name, name === 'email' || name === 'username' ? String(value).toLowerCase() : value);
  }
  // `name` falls back to what there is, as it does for a new user, so nothing required is gone.
  if (!values.has('name')) values.set('name', values.get('email') ?? '');
  return Object.fromEntries(values) as unknown as TenantUser;
}

function withMetadata(profile: TenantUser, input: UserInput): TenantUser {
  const { app_metadata, user_metadata, ...rest } = profile;
  const app = merged(app_metadata, input.app_metadata);
  const user = merged(user_metadata, input.user_metadata);
  return {
    ...rest,
    ...(user ? { user_metadata: user } : {}),
    // Recorded: emptied, `user_metadata` is answered as `{}`, but `app_metadata` not at all.
    ...(app && (!input.app_metadata || Object.keys(app).length > 0) ? { app_metadata: app } : {}),
  };
}

/** The first level only: a key that is sent replaces that key whole, `null` removes it, `{}` removes all. */
function merged(
  before: Record<string, unknown> | undefined,
  sent: Record<string, unknown> | undefined,
): Record<string, unknown> | undefined {
  if (!sent) return before;
  if (Object.keys(sent).length === 0) return {};
  const all = Object.entries({ ...before, ...sent });
  return Object.fromEntries(all.filter(([, value]) => value !== null));
}
