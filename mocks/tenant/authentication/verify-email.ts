import { addressOf } from '../mail-sending.ts';
import type { TenantUser } from '../model.ts';
import { openTickets } from '../tickets.ts';
import type { Authority } from './authority.ts';
import { donePage } from './done-page.ts';
import { PageError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import { ticketVisit } from './ticket-visit.ts';
import { wayBack } from './way-back.ts';

/**
 * `GET /u/email-verification?ticket=…`: the address is verified by opening the link. One that has changed since is not;
 * Auth0 does not document that.
 *
 * @throws PageError when the link is no longer good.
 * @see https://auth0.com/docs/manage-users/user-accounts/verify-emails
 */
export function verifyEmail({ store }: Authority, raw: Request): Promise<Response> {
  const { id, ticket, record } = ticketVisit(store, raw, 'email-verification');
  const { identity = 0, email } = ticket;
  if (email === undefined || addressOf(record.profile, identity) !== email)
    throw new PageError('This link is for an email address that is no longer in use here.');
  const profile = verified(record.profile, identity);
  profile.updated_at = new Date(store.now()).toISOString();
  store.saveUser({ ...record, profile });
  openTickets(store).remove(id);
  const client = store.client(ticket.clientId ?? '');
  logEvent(store, raw, { type: 'sv', client, user: profile });
  return donePage(
    'Your email is verified',
    `${email} is yours: thank you.`,
    wayBack(store, ticket, 'Your email was verified. You can continue using the application.'),
  );
}

/** A linked identity keeps what is known of its address in `profileData`. */
function verified(profile: TenantUser, identity: number): TenantUser {
  if (identity === 0) return { ...profile, email_verified: true };
  const identities = profile.identities.map((one, place) =>
    place === identity ? { ...one, profileData: { ...one.profileData, email_verified: true } } : one,
  );
  return { ...profile, identities };
}
