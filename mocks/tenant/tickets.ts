import { opaqueValue } from './authentication/opaque-value.ts';
import { openShelf } from './authentication/shelf.ts';
import type { Store } from './store.ts';

export type TicketKind = 'reset-password' | 'email-verification' | 'unblock-account';

/** What whoever holds the link may do, and for whom. */
export interface Ticket {
  kind: TicketKind;
  userId: string;
  /** The address it was made for: one that has changed since is not verified by it. */
  email?: string;
  /** A linked identity, by its place; the main one is 0. */
  identity?: number;
  clientId?: string;
  organizationId?: string;
  resultUrl?: string;
  includeEmailInRedirect?: boolean;
  markEmailAsVerified?: boolean;
}

export interface Tickets {
  /** @returns the id, which is all that a link holds. */
  issue(ticket: Ticket, seconds?: number): string;
  find(id: string, kind: TicketKind): Ticket | null;
  /** Once used, or once the person is gone, a ticket is worth nothing. */
  remove(id: string): void;
  /** Whoever comes to have this id later gets none of his predecessor's tickets. */
  forget(userId: string): void;
}

/** Five days. */
const defaultLife = 432_000;

/**
 * Tickets in storage. Of a person's links to reset his password only the newest is good.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-change
 */
export function openTickets(store: Pick<Store, 'storage' | 'now'>): Tickets {
  const shelf = openShelf<Ticket>(store, 'tickets/');
  const newest = openShelf<string>(store, 'newest-tickets/');

  return {
    issue(ticket, seconds) {
      const life = seconds || defaultLife;
      const id = opaqueValue(24);
      if (ticket.kind === 'reset-password') {
        shelf.remove(newest.get(ticket.userId) ?? '');
        newest.put(ticket.userId, id, life);
      }
      shelf.put(id, ticket, life);
      return id;
    },
    find(id, kind) {
      const ticket = shelf.get(id);
      return ticket?.kind === kind ? ticket : null;
    },
    remove: (id) => shelf.remove(id),
    forget(userId) {
      shelf.remove(newest.get(userId) ?? '');
      newest.remove(userId);
    },
  };
}

/** The address that a person opens. @param base - of the tenant, or of one of its custom domains. */
export function ticketUrl(base: string, kind: TicketKind, id: string): string {
  return `${base}/u/${kind}?ticket=${id}#`;
}
