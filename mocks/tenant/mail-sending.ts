import type { Client, UserRecord } from './model.ts';
import type { MailKind } from './outbox.ts';
import type { Store } from './store.ts';
import { openTickets, type Ticket, type TicketKind, ticketUrl } from './tickets.ts';

/** Where the link of a mail leads, and on whose behalf it is sent. */
export interface Occasion {
  /** The tenant's address, or that of one of its custom domains. */
  base: string;
  client?: Client;
  organizationId?: string;
  /** A linked identity, by its place; the main one is 0. */
  identity?: number;
}

const letters: Record<MailKind, { ticket: TicketKind; subject: string }> = {
  verify_email: { ticket: 'email-verification', subject: 'Verify your email' },
  reset_email: { ticket: 'reset-password', subject: 'Reset your password' },
  blocked_account: { ticket: 'unblock-account', subject: 'Your account has been blocked' },
};

/**
 * Sends a person a mail with a link that is good for five days.
 *
 * @returns false when none has left: he is in no database, he has no address, or the tenant's mail is out of order.
 * @see https://auth0.com/docs/customize/email/email-templates
 */
export function sendMail(
  store: Store,
  kind: MailKind,
  { profile }: UserRecord,
  { base, client, organizationId, identity = 0 }: Occasion,
): boolean {
  const to = addressOf(profile, identity);
  const isDatabase = profile.identities[identity]?.provider === 'auth0';
  if (to === undefined || !isDatabase || store.mailFails()) return false;
  const { ticket: ticketKind, subject } = letters[kind];
  const ticket: Ticket = {
    kind: ticketKind,
    userId: profile.user_id,
    email: to,
    identity,
    clientId: client?.client_id,
    organizationId,
  };
  const about = client ? `${subject} for ${client.name}` : subject;
  store.outbox.send({
    kind,
    to,
    subject: about,
    url: ticketUrl(base, ticketKind, openTickets(store).issue(ticket)),
    domain: new URL(base).host,
    user_id: profile.user_id,
    connection: profile.identities[identity]?.connection ?? '',
    client_id: client?.client_id,
    organization_id: organizationId,
  });
  return true;
}

/** The email of an identity; a linked one keeps its own in `profileData`. */
export function addressOf(profile: UserRecord['profile'], identity: number): string | undefined {
  if (identity === 0) return profile.email;
  const email = profile.identities[identity]?.profileData?.email;
  return typeof email === 'string' ? email : undefined;
}
