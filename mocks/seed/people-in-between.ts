import type { UserRecord } from '#tenant/model.ts';
import { type Acquaintance, recordOfAcquaintance } from './acquaintance.ts';
import { neverSignedIn } from './circumstances.ts';
import { connectionNames, organizationNames } from './names.ts';
import { daysBefore } from './person.ts';
import { randomFrom } from './random.ts';

/** Nobody has chosen or seen it: whoever was invited gets in by the mail alone. */
const unknownPassword = (email: string) => `X-${randomFrom(`password of ${email}`).hex(32)}`;

/**
 * Members of Acme with whom something is under way: invited, leaving, with a password that an admin has set. The marks
 * in their metadata are those that Steward writes.
 *
 * @param today - epoch milliseconds.
 */
export function peopleInBetween(today: number): UserRecord[] {
  const passwordSet = daysBefore(today, 1);
  const invited: Acquaintance = {
    name: 'Ines Invited',
    email: 'ines.invited@acme.example',
    ...neverSignedIn,
    verified: false,
    created: 2,
    app: { steward_invited: true, steward_invited_at: daysBefore(today, 2) },
  };
  const others: Acquaintance[] = [
    {
      name: 'Levi Leaving',
      email: 'levi.leaving@acme.example',
      blocked: true,
      app: {
        steward_leaving: true,
        steward_delete_at: daysBefore(today, -20),
        steward_leaving_from: organizationNames.acme,
      },
    },
    {
      name: 'Tilda Temporary',
      email: 'tilda.temporary@acme.example',
      lastLogin: 3,
      passwordReset: 1,
      app: { steward_temporary_password: { at: passwordSet } },
    },
    {
      name: 'Tove Twofold',
      email: 'tove.twofold@acme.example',
      linked: [
        {
          connection: connectionNames.google,
          provider: connectionNames.google,
          user_id: '105555555555555555555',
          isSocial: true,
          profileData: { name: 'Tove T.', email: 'tove.twofold@gmail.example', email_verified: true },
        },
      ],
    },
    {
      name: 'Parker Partner',
      connection: connectionNames.partners,
      email: 'parker@partners.acme.example',
      job: 'Account manager',
    },
    {
      name: 'Flora Flexible',
      connection: connectionNames.members,
      email: 'flora@acme.example',
      username: 'flora-flexible',
      phone: '+15550109876',
    },
  ];
  const { acme } = organizationNames;
  return [
    { ...recordOfAcquaintance(invited, acme, today), password: unknownPassword(invited.name) },
    ...others.map((person) => recordOfAcquaintance(person, acme, today)),
  ];
}
