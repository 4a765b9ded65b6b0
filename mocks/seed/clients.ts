import type { Client } from '#tenant/model.ts';
import { managementScopes, productClients, proxyClientId, proxyClientSecret, spaClientId } from './names.ts';

/**
 * The applications of the tenant: the two that Steward needs, and two of the vendor's.
 *
 * @param spaUrls - the addresses at which the app is served, such as `http://localhost:4200` or `https://x.example/demo/`.
 * @see https://auth0.com/docs/get-started/applications/application-settings
 */
export function clientsFor(spaUrls: string[]): Client[] {
  // Auth0 compares whole addresses, and an app at the root of its origin may name itself with or without the slash.
  const addresses = spaUrls.map((url) => url.replace(/\/$/, '')).flatMap((url) => [url, `${url}/`]);
  return [
    {
      client_id: spaClientId,
      name: 'Steward',
      app_type: 'spa',
      callbacks: addresses,
      initiate_login_uri: spaUrls[0],
      allowed_logout_urls: addresses,
      web_origins: [...new Set(spaUrls.map((url) => new URL(url).origin))],
      // The password grant is there for tests alone: it gives them a person's token without a browser.
      grant_types: ['authorization_code', 'refresh_token', 'password'],
      token_endpoint_auth_method: 'none',
      refresh_token: { rotation_type: 'rotating' },
    },
    {
      client_id: proxyClientId,
      client_secret: proxyClientSecret,
      name: 'Steward proxy',
      app_type: 'non_interactive',
      callbacks: [],
      allowed_logout_urls: [],
      web_origins: [],
      grant_types: ['client_credentials'],
      token_endpoint_auth_method: 'client_secret_post',
      // Below the tenant's own address, wherever that is.
      grants: { '/api/v2/': [...managementScopes] },
    },
    productClient(productClients.portal, 'regular_web'),
    productClient(productClients.mobile, 'native'),
  ];
}

function productClient(client: { id: string; name: string }, app_type: Client['app_type']): Client {
  return {
    client_id: client.id,
    name: client.name,
    app_type,
    callbacks: [],
    initiate_login_uri: `https://${client.id}.example/login`,
    allowed_logout_urls: [],
    web_origins: [],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: app_type === 'native' ? 'none' : 'client_secret_post',
  };
}
