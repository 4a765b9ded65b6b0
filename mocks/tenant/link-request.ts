import { errors } from 'jose';
import { signingKeys } from './authentication/keys.ts';
import type { EndpointCall } from './endpoint.ts';
import { badRequest, ManagementError } from './errors.ts';
import type { Shape } from './payload.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

/** Either the ID token of the account to link, or how it is called. */
export interface LinkInput {
  provider?: string;
  user_id?: string;
  connection_id?: string;
  link_with?: string;
}

const text = (description: string): Shape => ({ type: 'string', minLength: 1, description });

export const linkShape: Shape = {
  type: 'object',
  properties: {
    provider: text('Identity provider of the secondary user account being linked.'),
    user_id: text('user_id of the secondary user account being linked.'),
    connection_id: text('connection_id of the secondary user account being linked.'),
    link_with: text('JWT for the secondary account being linked.'),
  },
};

/**
 * The id of the user whose account is to be linked to the one of the path.
 *
 * @throws ManagementError 400, 404, 409
 */
export async function secondaryOf(store: TenantStore, call: EndpointCall, input: LinkInput): Promise<string> {
  const id = await idOf(store, call, input);
  const main = recordOf(store, call.param('id'));
  if (id === main.profile.user_id) throw badRequest('Main identity and the new one are the same.');
  if (isLinked(store, id)) throw new ManagementError(409, 'Specified identity already exists.');
  const secondary = store.peek.get(id);
  const connection =
    input.connection_id === undefined ? undefined : store.connections.get(input.connection_id);
  const isElsewhere =
    input.connection_id !== undefined && connection?.name !== secondary?.profile.identities[0]?.connection;
  if (!secondary || isElsewhere) throw badRequest('Provided secondary account not found.');
  return id;
}

function idOf(store: TenantStore, call: EndpointCall, input: LinkInput): string | Promise<string> {
  const { provider, user_id, connection_id, link_with } = input;
  if (link_with !== undefined) {
    const others = [provider, user_id, connection_id].filter((value) => value !== undefined);
    // That the two forms exclude each other is documented, the words are not.
    if (others.length > 0) throw invalid('link_with may not go with provider, user_id or connection_id');
    return subjectOf(store, call, link_with);
  }
  // Whoever acts for himself must show that the other account is his too.
  if (!call.caller.scopes.includes('update:users'))
    throw new ManagementError(403, 'Insufficient scope, expected any of: update:users', 'insufficient_scope');
  if (provider === undefined) throw invalid('Missing required property: provider');
  if (user_id === undefined) throw invalid('Missing required property: user_id');
  // Recorded: the id is taken with its prefix too.
  return user_id.startsWith(`${provider}|`) ? user_id : `${provider}|${user_id}`;
}

/** An ID token of this tenant, for the client that calls. The words of the refusal are not documented. */
async function subjectOf(store: TenantStore, call: EndpointCall, token: string): Promise<string> {
  const { request, caller } = call;
  const issuer = request.url.slice(0, request.url.indexOf('/api/v2') + 1);
  try {
    const { sub = '' } = await signingKeys(store.storage).verify(token, {
      issuer,
      audience: caller.clientId,
      currentDate: new Date(store.now()),
    });
    return sub;
  } catch (error) {
    if (error instanceof errors.JOSEError)
      throw badRequest('The link_with token is not valid.', 'invalid_body');
    throw error;
  }
}

function isLinked(store: TenantStore, id: string): boolean {
  for (const { profile } of store.peek.all())
    if (profile.identities.slice(1).some(({ provider, user_id }) => `${provider}|${user_id}` === id))
      return true;
  return false;
}

function invalid(message: string): ManagementError {
  return badRequest(`Payload validation error: '${message}'.`, 'invalid_body');
}
