import type { Store } from '../store.ts';
import type { Ticket } from '../tickets.ts';
import { withQuery } from './authorization-response.ts';

/** Where a person goes when he is done at a page of the tenant. */
export interface WayBack {
  name: string;
  address: string;
}

/**
 * To the address that the ticket names, else to the sign-in of its application; nowhere when it has neither.
 *
 * @see https://auth0.com/docs/authenticate/login/auth0-universal-login/configure-default-login-routes
 */
export function wayBack(store: Store, ticket: Ticket, message: string): WayBack | null {
  const { resultUrl, email, includeEmailInRedirect = true, organizationId } = ticket;
  if (resultUrl !== undefined) {
    const answer = { success: 'true', code: 'success', message };
    const withEmail = includeEmailInRedirect && email ? { ...answer, email } : answer;
    return { name: new URL(resultUrl).host, address: withQuery(resultUrl, withEmail) };
  }
  const client = store.client(ticket.clientId ?? '');
  const address = client?.initiate_login_uri ?? client?.callbacks[0];
  if (!client || !address) return null;
  const organization = organizationId === undefined ? undefined : store.organization(organizationId);
  if (!organization) return { name: client.name, address };
  const { id, name } = organization;
  return {
    name: client.name,
    address: withQuery(address, { organization: id, organization_name: name }),
  };
}
