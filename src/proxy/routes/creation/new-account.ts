import type { Management } from 'auth0';
import type { NewUser } from '#contract/create-user.ts';
import { passwordRulesOf } from '../../accounts/password-rules.ts';
import { randomPassword } from '../../accounts/random-password.ts';
import { temporaryMark } from '../../accounts/temporary-password.ts';
import { type MetadataPatch, mergePatches } from '../../policy/metadata-patch.ts';
import { Problem } from '../../problem.ts';
import { marks } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';

/**
 * The account of someone who is added, for Auth0: stamped with the organization, marked as not come yet, and with a
 * password that nobody knows. No mail goes out for it.
 *
 * @param metadata - of fields and memberships; what is ours comes after, so nothing of ours can be in it.
 * @throws Problem `invalid-request` for more than a profile holds.
 */
export function newAccount(
  wish: NewUser,
  metadata: MetadataPatch,
  connection: Auth0Connection,
  { organization, services }: { organization: string; services: Services },
): Management.CreateUserRequestContent {
  const { config, world } = services;
  const stamp: MetadataPatch = {
    app_metadata: {
      [config.organizationKey]: organization,
      [marks.invited]: true,
      [marks.invitedAt]: new Date(world.now()).toISOString(),
      ...(wish.password === undefined ? {} : temporaryMark(null)),
    },
  };
  const hasPassword = connection.strategy === 'auth0';
  const profile: Management.CreateUserRequestContent = {
    ...attributesOf(wish),
    connection: connection.name,
    ...(wish.email === undefined ? {} : { verify_email: false }),
    ...mergePatches(metadata, stamp),
  };
  refuseTooLarge(profile);
  const { min_length } = passwordRulesOf(connection.options);
  return hasPassword ? { ...profile, password: randomPassword(min_length) } : profile;
}

/** What a person is known and called by, without what he has not. */
export function attributesOf({ email, username, phone_number, name, given_name, family_name }: NewUser) {
  const attributes = { email, username, phone_number, name, given_name, family_name };
  const present = Object.entries(attributes).filter(([, value]) => value !== undefined);
  // Only absent ones go.
  return Object.fromEntries(present) as Partial<typeof attributes>;
}

/** Below the 10 KB that Auth0 lets a profile have, with room for what it adds itself. */
const largestProfile = 8 * 1024;

/** Auth0 would refuse it for someone new alone. */
function refuseTooLarge(profile: object): void {
  const bytes = new TextEncoder().encode(JSON.stringify(profile)).byteLength;
  if (bytes <= largestProfile) return;
  throw new Problem('invalid-request', {
    errors: [{ pointer: '#/fields', detail: 'This is too much in all.' }],
  });
}
