import type { Client } from '../model.ts';
import { type Authority, type AuthorizationRequest, apiOf, type ResponseMode } from './authority.ts';
import { AuthorizeError, PageError } from './refusals.ts';

/** Where the answer to an authorization request goes. */
export type ResponseTarget = Pick<AuthorizationRequest, 'redirectUri' | 'responseMode' | 'state'>;

const responseModes: readonly string[] = ['query', 'fragment', 'form_post', 'web_message'];
const prompts = ['none', 'login', 'consent', 'select_account'];

/**
 * Who asks, and where he may be answered. Until this is known to be good nothing is sent anywhere.
 *
 * @throws PageError for an unknown client, or an address that the client has not registered.
 */
export function readTarget(
  { store }: Authority,
  query: URLSearchParams,
): { client: Client } & ResponseTarget {
  const client = store.client(query.get('client_id') ?? '');
  if (!client) throw new PageError(`Unknown client: ${query.get('client_id') ?? '(none)'}`);
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.callbacks.includes(redirectUri)) {
    throw new PageError(
      `Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs: ${redirectUri || '(none)'}`,
    );
  }
  const responseMode = responseModeOf(query);
  if (responseMode === 'web_message' && !client.web_origins.includes(new URL(redirectUri).origin)) {
    throw new PageError(
      `The origin ${new URL(redirectUri).origin} is not in the list of allowed web origins.`,
      403,
    );
  }
  return { client, redirectUri, responseMode, state: query.get('state') ?? undefined };
}

/** One that does not exist is refused later; that refusal goes by `query`. */
function responseModeOf(query: URLSearchParams): ResponseMode {
  const mode = query.get('response_mode') ?? 'query';
  // Just looked up in the list of them.
  return responseModes.includes(mode) ? (mode as ResponseMode) : 'query';
}

/**
 * Everything else that an authorization request says.
 *
 * @throws AuthorizeError
 * @see https://auth0.com/docs/get-started/authentication-and-authorization-flow/authorization-code-flow-with-pkce
 */
export function readRequest(
  authority: Authority,
  query: URLSearchParams,
  { client, ...target }: { client: Client } & ResponseTarget,
): AuthorizationRequest {
  const text = (name: string) => query.get(name) || undefined;
  checkResponse(client, query);
  checkChallenge(client, query);
  const audience = text('audience');
  if (audience !== undefined && audience !== `${authority.url}/userinfo` && !apiOf(authority, audience)) {
    throw new AuthorizeError('access_denied', `Service not found: ${audience}`);
  }
  return {
    ...target,
    clientId: client.client_id,
    nonce: text('nonce'),
    scope: (query.get('scope') ?? '').split(' ').filter(Boolean),
    audience,
    codeChallenge: text('code_challenge'),
    dpopJkt: text('dpop_jkt'),
    prompt: promptOf(query),
    maxAge: maxAgeOf(query),
    loginHint: text('login_hint'),
    acrValues: (query.get('acr_values') ?? '').split(' ').filter(Boolean),
    connection: connectionOf(authority, client, text('connection')),
    organization: organizationOf(authority, query),
  };
}

function checkResponse(client: Client, query: URLSearchParams): void {
  const type = query.get('response_type');
  if (!type) throw new AuthorizeError('invalid_request', 'Missing required parameter: response_type');
  if (type !== 'code') {
    throw new AuthorizeError('unsupported_response_type', `Unsupported response type: ${type}`);
  }
  const mode = query.get('response_mode') ?? 'query';
  if (!responseModes.includes(mode)) {
    throw new AuthorizeError('invalid_request', `Unsupported response mode: ${mode}`);
  }
  if (!client.grant_types.includes('authorization_code')) {
    throw new AuthorizeError(
      'unauthorized_client',
      "Grant type 'authorization_code' not allowed for the client.",
    );
  }
}

function checkChallenge(client: Client, query: URLSearchParams): void {
  const challenge = query.get('code_challenge');
  if (!challenge) {
    if (client.token_endpoint_auth_method !== 'none') return;
    throw new AuthorizeError('invalid_request', 'Missing required parameter: code_challenge');
  }
  if (query.get('code_challenge_method') !== 'S256') {
    throw new AuthorizeError('invalid_request', 'code_challenge_method must be S256');
  }
}

function promptOf(query: URLSearchParams): string[] {
  const prompt = (query.get('prompt') ?? '').split(' ').filter(Boolean);
  const alone = !prompt.includes('none') || prompt.length === 1;
  if (alone && prompt.every((word) => prompts.includes(word))) return prompt;
  throw new AuthorizeError('invalid_request', `Invalid prompt: ${prompt.join(' ')}`);
}

function maxAgeOf(query: URLSearchParams): number | undefined {
  const text = query.get('max_age');
  if (!text) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new AuthorizeError('invalid_request', 'max_age must be a number of seconds');
}

/** Only databases can sign anyone in here: there is no Google behind an emulated Google. */
function connectionOf({ store }: Authority, client: Client, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const connection = store.connection(name);
  if (!connection?.enabled_clients.includes(client.client_id)) {
    throw new AuthorizeError('invalid_request', 'the connection was not found');
  }
  if (connection.strategy === 'auth0') return name;
  throw new AuthorizeError('access_denied', `${name} cannot sign anyone in at an emulated tenant`);
}

function organizationOf({ store }: Authority, query: URLSearchParams): string | undefined {
  const wanted = query.get('organization');
  if (!wanted) {
    if (!query.get('invitation')) return undefined;
    throw new AuthorizeError('invalid_request', 'parameter organization is required with an invitation');
  }
  const organization = store.organization(wanted);
  if (organization) return organization.id;
  throw new AuthorizeError('invalid_request', `parameter organization is invalid: ${wanted}`);
}
