import {
  base64url,
  calculateJwkThumbprint,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, type RouteRequest } from '../../support/every-route.ts';
import { outcomeOf, proxyUrl, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Replayed proofs',
  'use a stolen token that is bound to a key, by a proof of another request, another key, or one seen before (DPoP)',
);

const here = await startProxy({ config: { dpop: 'required' } });
const { admin, keys, clock, tenant, addPerson } = here;
const [own, stolen] = await Promise.all([keyPair(), keyPair()]);
const token = await keys.sign({ ...decodeJwt(admin.token), cnf: { jkt: own.jkt } });
const ath = base64url.encode(
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))),
);

async function keyPair() {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwk, jkt: await calculateJwkThumbprint(jwk) };
}

const claimsFor = ({ route, path }: RouteRequest) => ({
  jti: crypto.randomUUID(),
  htm: route.method as string,
  htu: `${proxyUrl}/api${path.split('?')[0]}`,
  iat: clock.now / 1000,
  ath,
});

async function proof(claims: object, by = own, header: object = {}): Promise<string> {
  const all = { alg: 'ES256', typ: 'dpop+jwt', jwk: by.jwk, ...header };
  return new SignJWT({ ...claims }).setProtectedHeader(all).sign(by.privateKey);
}

function send({ path, init }: RouteRequest, shown: string | null, scheme = 'DPoP') {
  const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization: `${scheme} ${token}` };
  return admin.send(path, { ...init, headers: { ...headers, ...(shown !== null && { dpop: shown }) } });
}

const member = addPerson({ memberOf: 'Acme' });
const requests = everyRoute(member.user_id);

it.each(requests.map((request) => [request.route.name, request] as const))(
  '%s takes a bound token with a proof for this very request, once',
  async (name, request) => {
    const usual = claimsFor(request);
    const other = requests.find(({ path }) => path.split('?')[0] !== request.path.split('?')[0]) ?? request;
    const used = await proof(usual);
    const first = await outcomeOf(await send(request, used));
    const calls = tenant.calls.length;
    const tricks: Record<string, Promise<string> | string | null> = {
      'a proof seen before': used,
      'no proof': null,
      'the proof of another route': proof({ ...claimsFor(other), htm: usual.htm }),
      'the proof of another method': proof({
        ...claimsFor(request),
        htm: usual.htm === 'GET' ? 'POST' : 'GET',
      }),
      'the proof of another host': proof({
        ...claimsFor(request),
        htu: usual.htu.replace(proxyUrl, 'https://evil.example'),
      }),
      'the proof of another token': proof({ ...claimsFor(request), ath: base64url.encode('x') }),
      'an old proof': proof({ ...claimsFor(request), iat: usual.iat - 400 }),
      'a proof to come': proof({ ...claimsFor(request), iat: usual.iat + 400 }),
      'another key’s proof': proof(claimsFor(request), stolen),
      'another key’s proof under this key': proof(claimsFor(request), stolen, { jwk: own.jwk }),
      'an unsigned proof': new UnsecuredJWT(claimsFor(request)).encode(),
      'the token for a proof': token,
      'two proofs': Promise.all([proof(claimsFor(request)), proof(claimsFor(request))]).then((both) =>
        both.join(', '),
      ),
    };

    for (const [trick, shown] of Object.entries(tricks)) {
      const outcome = await outcomeOf(await send(request, await shown));
      tally.attempt(outcome === '401 invalid-token' ? null : `${name}, ${trick}: ${outcome}`);
      expect.soft(`${trick} ${outcome}`).toBe(`${trick} 401 invalid-token`);
    }
    const asBearer = await outcomeOf(await send(request, await proof(claimsFor(request)), 'Bearer'));
    tally.attempt(asBearer === '401 invalid-token' ? null : `${name}, as a bearer’s: ${asBearer}`);
    expect([first === '401 invalid-token', asBearer]).toEqual([false, '401 invalid-token']);
    expect(tenant.calls.length).toBe(calls);
  },
);
