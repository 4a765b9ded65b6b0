import { calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { codeFrom, verifier } from './example-flow.ts';
import { app, appUrl, tenantUrl } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

const scope = 'openid offline_access read:things';

async function start() {
  const tenant = await startTenant();
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = await exportJWK(publicKey);
  const jkt = await calculateJwkThumbprint(jwk);
  const prove = (claims: object = {}, header: object = {}) =>
    new SignJWT({
      jti: crypto.randomUUID(),
      htm: 'POST',
      htu: `${tenantUrl}/oauth/token`,
      iat: tenant.store.now() / 1000,
      ...claims,
    })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk, ...header })
      .sign(privateKey);

  async function ask(parameters: Record<string, string>, proof?: string) {
    const response = await tenant.call('/oauth/token', {
      method: 'POST',
      headers: proof === undefined ? {} : { DPoP: proof },
      body: new URLSearchParams({ client_id: app.client_id, ...parameters }),
    });
    return response.json();
  }
  const exchange = async (request: Record<string, string>, proof?: string) => {
    const code = await codeFrom(tenant.browser(), { scope, ...request });
    const parameters = { code, redirect_uri: appUrl, code_verifier: verifier };
    return ask({ grant_type: 'authorization_code', ...parameters }, proof);
  };
  const refresh = (refresh_token: string, proof?: string) =>
    ask({ grant_type: 'refresh_token', refresh_token }, proof);
  return { jkt, prove, exchange, refresh };
}

it('binds a token to the key that is proven', async () => {
  const { jkt, prove, exchange } = await start();

  const answer = await exchange({ dpop_jkt: jkt }, await prove());

  expect(answer.token_type).toBe('DPoP');
  expect(decodeJwt(answer.access_token)).toMatchObject({ cnf: { jkt } });
});

it('binds nothing where nothing is proven', async () => {
  const { exchange } = await start();

  const answer = await exchange({});

  expect(answer.token_type).toBe('Bearer');
  expect(decodeJwt(answer.access_token)).not.toHaveProperty('cnf');
});

it('renews a bound refresh token for its key only', async () => {
  const { jkt, prove, exchange, refresh } = await start();
  const { refresh_token } = await exchange({}, await prove());

  const answers = [await refresh(refresh_token), await refresh(refresh_token, await prove())];

  expect(answers[0]).toMatchObject({ error: 'invalid_grant' });
  expect(decodeJwt(answers[1].access_token)).toMatchObject({ cnf: { jkt } });
});

it('gives nothing for a code that names another key', async () => {
  const { prove, exchange } = await start();

  const answer = await exchange({ dpop_jkt: 'another' }, await prove());

  expect(answer).toMatchObject({ error: 'invalid_grant' });
});

it.each<[string, object, object]>([
  ['for another address', { htu: 'https://evil.example/oauth/token' }, {}],
  ['for another method', { htm: 'GET' }, {}],
  ['of long ago', { iat: 0 }, {}],
  ['without an id', { jti: undefined }, {}],
  ['of another type', {}, { typ: 'JWT' }],
])('takes no proof %s', async (_, claims, header) => {
  const { prove, exchange } = await start();

  const answer = await exchange({}, await prove(claims, header));

  expect(answer).toMatchObject({ error: 'invalid_dpop_proof' });
});
