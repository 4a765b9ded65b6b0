import { openTickets } from '../tickets.ts';
import type { Authority } from './authority.ts';
import { donePage } from './done-page.ts';
import { logEvent } from './sign-in-log.ts';
import { ticketVisit } from './ticket-visit.ts';
import { wayBack } from './way-back.ts';

/**
 * `GET /u/unblock-account?ticket=…`, which lifts what brute-force protection has laid on someone, never what an
 * administrator has. The path is a guess.
 *
 * @throws PageError when the link is no longer good.
 * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export function unblockAccount({ store }: Authority, raw: Request): Promise<Response> {
  const { id, ticket, record } = ticketVisit(store, raw, 'unblock-account');
  store.saveUser({ ...record, bruteForceBlocks: [] });
  openTickets(store).remove(id);
  logEvent(store, raw, { type: 'ublkdu', client: store.client(ticket.clientId ?? ''), user: record.profile });
  return donePage(
    'You can sign in again',
    'The block after too many wrong passwords is gone.',
    wayBack(store, ticket, 'Your account was unblocked.'),
  );
}
