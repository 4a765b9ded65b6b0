import type { UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import { openTickets, type Ticket, type TicketKind } from '../tickets.ts';
import { PageError } from './refusals.ts';

/** Someone who has opened the link of a mail. */
export interface TicketVisit {
  id: string;
  ticket: Ticket;
  record: UserRecord;
}

/** @throws PageError when the link is worth nothing, whatever the reason. */
export function ticketVisit(store: Store, raw: Request, kind: TicketKind): TicketVisit {
  const id = new URL(raw.url).searchParams.get('ticket') ?? '';
  const ticket = openTickets(store).find(id, kind);
  const record = ticket && store.user(ticket.userId);
  if (ticket && record) return { id, ticket, record };
  throw new PageError('This link has been used already, is too old, or was followed by a newer one.');
}
