import { bodyAs, type Endpoint, json } from './endpoint.ts';
import { badRequest } from './errors.ts';
import { addressOf } from './mail-sending.ts';
import type { Shape } from './payload.ts';
import type { TenantStore } from './store.ts';
import { type SubjectInput, subjectOf, subjectProperties } from './ticket-subject.ts';
import { openTickets, type Ticket, type TicketKind, ticketUrl } from './tickets.ts';

interface TicketInput extends SubjectInput {
  ttl_sec?: number;
  result_url?: string;
  includeEmailInRedirect?: boolean;
  mark_email_as_verified?: boolean;
}

const webAddress = {
  name: 'absolute-uri-or-empty',
  test: (text: string) => /^https?:\/\//.test(text) && URL.canParse(text),
};

const common: Record<string, Shape> = {
  ...subjectProperties,
  ttl_sec: {
    type: 'number',
    description: 'Number of seconds for which the ticket is valid before expiration.',
  },
  result_url: { type: 'string', format: webAddress, description: 'URL the user will be redirected to.' },
  includeEmailInRedirect: { type: 'boolean' },
};

/** Links for the tenant's own pages. No mail goes out: whoever asked has to bring them to the person. */
export function ticketEndpoints(store: TenantStore): Endpoint[] {
  return [passwordChange(store), emailVerification(store)];
}

/** @see https://auth0.com/docs/api/management/v2/tickets/post-password-change */
function passwordChange(store: TenantStore): Endpoint {
  return {
    method: 'POST',
    path: '/tickets/password-change',
    scopes: [['create:user_tickets']],
    takesCustomDomain: true,
    body: {
      type: 'object',
      properties: {
        ...common,
        connection_id: { type: 'string', minLength: 1 },
        email: { type: 'string', minLength: 1 },
        mark_email_as_verified: { type: 'boolean' },
      },
    },
    group: 'global',
    operation: 'Create a password change ticket',
    answer(call) {
      const input = bodyAs<TicketInput>(call);
      checkOneWay(input);
      refuseTogether(input, ['organization_id']);
      const ticket = ticketFor(store, 'reset-password', input);
      // This tenant keeps no password of a linked identity, so there is none to change.
      if (ticket.identity !== 0)
        throw badRequest("The user's main connection does not support this operation.");
      return answerWith(store, call.linkBase, ticket, input);
    },
  };
}

/** @see https://auth0.com/docs/api/management/v2/tickets/post-email-verification */
function emailVerification(store: TenantStore): Endpoint {
  return {
    method: 'POST',
    path: '/tickets/email-verification',
    scopes: [['create:user_tickets']],
    takesCustomDomain: true,
    body: { type: 'object', properties: common, required: ['user_id'] },
    group: 'global',
    operation: 'Create an email verification ticket',
    answer(call) {
      const input = bodyAs<TicketInput>(call);
      refuseTogether(input, ['client_id', 'organization_id']);
      return answerWith(store, call.linkBase, ticketFor(store, 'email-verification', input), input);
    },
  };
}

/** By his id, or by connection and email; the words of these refusals are guesses. */
function checkOneWay({ user_id, connection_id, email }: TicketInput): void {
  const byEmail = connection_id !== undefined && email !== undefined;
  const partly = connection_id !== undefined || email !== undefined;
  if (user_id === undefined ? !byEmail : partly)
    throw badRequest(
      "Payload validation error: 'Either user_id, or connection_id and email, must be sent'.",
      'invalid_body',
    );
}

function refuseTogether(input: TicketInput, others: ('client_id' | 'organization_id')[]): void {
  const other = others.find((name) => input[name] !== undefined);
  if (input.result_url !== undefined && other)
    throw badRequest(
      `Payload validation error: 'result_url cannot be specified when using ${other}'.`,
      'invalid_body',
    );
}

function ticketFor(store: TenantStore, kind: TicketKind, input: TicketInput): Ticket {
  const { record, identity, client } = subjectOf(store, input);
  return {
    kind,
    userId: record.profile.user_id,
    email: addressOf(record.profile, identity),
    identity,
    clientId: client?.client_id,
    organizationId: input.organization_id,
    resultUrl: input.result_url,
    includeEmailInRedirect: input.includeEmailInRedirect,
    markEmailAsVerified: input.mark_email_as_verified,
  };
}

function answerWith(store: TenantStore, base: string, ticket: Ticket, { ttl_sec }: TicketInput): Response {
  if (ttl_sec !== undefined && (!Number.isInteger(ttl_sec) || ttl_sec < 0))
    throw badRequest(
      `Payload validation error: 'Value ${ttl_sec} is less than minimum 0' on property ttl_sec.`,
      'invalid_body',
    );
  const id = openTickets(store).issue(ticket, ttl_sec);
  return json({ ticket: ticketUrl(base, ticket.kind, id) }, 201);
}
