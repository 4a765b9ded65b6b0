import type { Store } from './store.ts';

/**
 * A person's access token, asked for at the tenant's own token endpoint with the password that the store holds.
 *
 * @throws Error when nobody has this email, no client may use the grant, or the tenant refuses (its answer is in the
 * message).
 * @see https://auth0.com/docs/get-started/authentication-and-authorization-flow/resource-owner-password-flow
 */
export async function passwordGrant(
  store: Store,
  url: string,
  fetch: (request: Request) => Promise<Response>,
  wanted: { email: string; audience?: string; clientId?: string; scope?: string },
): Promise<string> {
  const record = store.userByLogin(wanted.email);
  if (!record) throw new Error(`The tenant has no database user ${wanted.email}`);
  const { clients, resourceServers } = store.seed;
  const client = wanted.clientId
    ? store.client(wanted.clientId)
    : clients.find(({ grant_types }) => grant_types.includes('password'));
  if (!client) throw new Error('No client of the tenant may use the password grant');
  const response = await fetch(
    new Request(`${url}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'password',
        username: wanted.email,
        password: record.password,
        client_id: client.client_id,
        client_secret: client.client_secret,
        audience: wanted.audience ?? resourceServers[0]?.identifier,
        scope: wanted.scope,
      }),
    }),
  );
  return accessTokenOf(await response.json());
}

function accessTokenOf(answer: unknown): string {
  const token = answer && typeof answer === 'object' && 'access_token' in answer ? answer.access_token : null;
  if (typeof token === 'string') return token;
  throw new Error(`The tenant refused the password grant: ${JSON.stringify(answer)}`);
}
