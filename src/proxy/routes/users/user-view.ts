import type * as z from 'zod/mini';
import type { FieldPlace } from '#contract/field.ts';
import type { userProfile, userSummary } from '#contract/user.ts';
import { deletionFrom } from '../../leaving/leaving-marks.ts';
import { readFields } from '../../policy/field-reading.ts';
import type { PolicyField } from '../../policy/policy-field.ts';
import { marks } from '../../scope/member-scope.ts';
import type { Auth0Row, Auth0User } from '../../tenant/answers.ts';

/**
 * What a list shows of a user.
 *
 * @param fields - those that the vendor declares for lists: metadata is shown only through them.
 */
export function summaryOf(
  row: Auth0Row,
  { organization, fields }: { organization: string; fields: readonly PolicyField[] },
): z.input<typeof userSummary> {
  const [primary] = row.identities;
  return {
    user_id: row.user_id,
    name: row.name ?? row.email ?? row.username ?? row.phone_number ?? row.user_id,
    email: row.email,
    email_verified: row.email_verified,
    username: row.username,
    phone_number: row.phone_number,
    picture: row.picture,
    connection: primary?.connection ?? '',
    provider: primary?.provider ?? '',
    blocked: row.blocked ?? false,
    created_at: row.created_at,
    last_login: row.last_login,
    logins_count: row.logins_count ?? 0,
    fields: readFields(row, fields),
    delete_at: deletionFrom(organization, row),
  };
}

/**
 * What his own page shows of him, and after an act his row in every list.
 *
 * @param shows - which of his connections may be named.
 */
export function profileOf(
  user: Auth0User,
  view: {
    organization: string;
    self: boolean;
    fields: readonly PolicyField[];
    shows: (connection: string) => boolean;
  },
): z.input<typeof userProfile> {
  return {
    ...summaryOf(user, {
      organization: view.organization,
      fields: shownIn(view.fields, ['detail', 'edit', 'list']),
    }),
    given_name: user.given_name,
    family_name: user.family_name,
    nickname: user.nickname,
    phone_verified: user.phone_verified,
    updated_at: user.updated_at,
    last_ip: user.last_ip,
    last_password_reset: user.last_password_reset,
    identities: user.identities
      .map(({ profileData, ...identity }, index) => ({ ...identity, ...profileData, primary: index === 0 }))
      .filter((identity) => view.shows(identity.connection)),
    temporary_password: user.app_metadata?.[marks.temporaryPassword] !== undefined,
    self: view.self,
  };
}

/** The fields that can be seen in any of these places. */
export function shownIn(fields: readonly PolicyField[], places: readonly FieldPlace[]): PolicyField[] {
  return fields.filter(({ shows }) => places.some((place) => shows.includes(place)));
}
