import type { Client } from '../model.ts';
import type { Authority } from './authority.ts';
import { OAuthError } from './refusals.ts';

export type TokenParameters = Record<string, string | undefined>;

/** The parameters of a request, whether it came as a form or as JSON. @throws OAuthError when it is neither. */
export async function readParameters(request: Request): Promise<TokenParameters> {
  const text = await request.text();
  if (!/\bjson\b/i.test(request.headers.get('Content-Type') ?? '')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null) {
    throw new OAuthError(400, 'invalid_request', 'The body is not valid JSON');
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'));
}

/** @throws OAuthError when it is missing. */
export function required(parameters: TokenParameters, name: string): string {
  const value = parameters[name];
  if (value) return value;
  throw new OAuthError(400, 'invalid_request', `Missing required parameter: ${name}`);
}

/**
 * The client that asks: by its id alone when it is public, else with its secret, in the body or as HTTP Basic.
 *
 * @throws OAuthError `invalid_client`
 */
export function authenticateClient(
  { store }: Authority,
  request: Request,
  parameters: TokenParameters,
): Client {
  const basic = basicCredentials(request);
  const id = basic?.id ?? required(parameters, 'client_id');
  const client = store.client(id);
  if (client?.token_endpoint_auth_method === 'none') return client;
  const secret = basic?.secret ?? parameters.client_secret;
  if (client?.client_secret !== undefined && client.client_secret === secret) return client;
  throw new OAuthError(401, 'invalid_client', 'Client authentication failed');
}

function basicCredentials(request: Request): { id: string; secret: string } | null {
  const encoded = /^Basic +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
  if (encoded === undefined) return null;
  try {
    // The id cannot hold a colon; both parts are form-encoded (RFC 6749, 2.3.1).
    const [id = '', ...secret] = atob(encoded).split(':');
    return { id: decodeURIComponent(id), secret: decodeURIComponent(secret.join(':')) };
  } catch {
    throw new OAuthError(401, 'invalid_client', 'Client authentication failed');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
