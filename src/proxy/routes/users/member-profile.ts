import type * as z from 'zod/mini';
import type { userProfile } from '#contract/user.ts';
import type { Admin } from '../../access/access.ts';
import { showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import { profileOf } from './user-view.ts';

/** A member as this admin's screen shows him: the answer of acts that change him. */
export function memberProfile(
  user: Auth0User,
  { admin, organization }: { admin: Admin; organization: string },
  { config }: Pick<Services, 'config'>,
): z.input<typeof userProfile> {
  return profileOf(user, {
    organization,
    self: user.user_id === admin.profile.user_id,
    shows: showsConnection(user, organization, config),
    fields: config.policy.fields,
  });
}
