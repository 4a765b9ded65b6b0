import type { Identity, TenantUser, UserRecord } from './model.ts';
import { completeProfile } from './new-user.ts';

/** What an identity brings along when it is linked. */
const attributes = [
  'email',
  'email_verified',
  'phone_number',
  'phone_verified',
  'username',
  'given_name',
  'family_name',
  'nickname',
  'picture',
] as const satisfies (keyof TenantUser)[];

/** The main user with another one, and all that was linked to that one, among his identities. */
export function linked(main: UserRecord, secondary: UserRecord, nowMs: number): UserRecord {
  const [first, ...rest] = secondary.profile.identities;
  if (!first) throw new Error(`The user ${secondary.profile.user_id} has no identity.`);
  const added: Identity[] = [{ ...first, profileData: profileDataOf(secondary.profile) }, ...rest];
  return {
    ...main,
    linkedPasswords: {
      ...main.linkedPasswords,
      ...secondary.linkedPasswords,
      ...(secondary.password && { [secondary.profile.user_id]: secondary.password }),
    },
    profile: {
      ...main.profile,
      updated_at: new Date(nowMs).toISOString(),
      identities: [...main.profile.identities, ...added],
    },
  };
}

/** The identity at this place becomes a user of its own, as it was, but for all metadata. */
export function unlinked(record: UserRecord, index: number, nowMs: number) {
  const { identities } = record.profile;
  const { profileData, ...identity } = identities[index] ?? {};
  if (!isWhole(identity)) throw new Error(`The user has no identity ${index}.`);
  const user_id = `${identity.provider}|${identity.user_id}`;
  const { [user_id]: password, ...linkedPasswords } = record.linkedPasswords ?? {};
  const main: UserRecord = {
    ...record,
    linkedPasswords,
    profile: {
      ...record.profile,
      updated_at: new Date(nowMs).toISOString(),
      identities: identities.filter((_, at) => at !== index),
    },
  };
  const profile = completeProfile({ ...profileData, user_id, identities: [identity] }, nowMs);
  const split: UserRecord = { profile, ...(password && { password }) };
  return { main, split };
}

function isWhole(identity: Partial<Identity>): identity is Identity {
  return identity.provider !== undefined && identity.user_id !== undefined;
}

export function shownIdentities({ profile }: UserRecord): Identity[] {
  return profile.identities.map((identity, index) =>
    index === 0 ? { profileData: profileDataOf(profile), ...identity } : identity,
  );
}

/** Recorded: a name that is only the address repeated is not part of it. */
function profileDataOf(profile: TenantUser): Record<string, unknown> {
  const isOwnName = ![profile.email, profile.phone_number, profile.username].includes(profile.name);
  const own = attributes.flatMap((name) => (profile[name] === undefined ? [] : [[name, profile[name]]]));
  return { ...Object.fromEntries(own), ...(isOwnName && { name: profile.name }) };
}
