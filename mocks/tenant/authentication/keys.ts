import {
  base64url,
  type CryptoKey,
  calculateJwkThumbprint,
  createLocalJWKSet,
  importJWK,
  type JWK,
  type JWTPayload,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { TenantStorage } from '../storage.ts';
import { certificateOf } from './certificate.ts';

export interface SigningKeys {
  /** A JWT signed RS256 with the current key. */
  sign(claims: JWTPayload, type?: 'JWT' | 'at+jwt'): Promise<string>;
  /** @throws one of jose's coded errors, such as `ERR_JWT_EXPIRED`. */
  verify(token: string, options: JWTVerifyOptions): Promise<JWTPayload>;
  /** The public keys: the current one first, then the one before it, whose tokens may still live. */
  published(): Promise<JWK[]>;
  /** Signs with a new key from now on. The key before the previous one is gone: its tokens no longer verify. */
  rotate(): Promise<void>;
}

/**
 * Where the keys are kept, as a JSON array of private JWKs, newest first. Making an RSA key takes a noticeable moment:
 * many short-lived tenants may be given the same one by writing it here first.
 */
export const signingKeysEntry = 'keys/signing';

/**
 * The tenant's signing keys: made when first needed, kept in storage, so that every instance over the same storage
 * signs with the same key and a reload keeps tokens valid.
 *
 * @see https://auth0.com/docs/get-started/tenant-settings/signing-keys
 */
export function signingKeys(storage: TenantStorage): SigningKeys {
  let making: Promise<void> | null = null;
  let entry: string | null = null;
  let ring: KeyRing | null = null;

  /** Read anew when the entry has changed: another instance may have rotated. Else the imported keys are kept. */
  async function current(): Promise<KeyRing> {
    if (storage.read(signingKeysEntry) === null) {
      making ??= makeFirst(storage);
      await making;
      making = null;
    }
    const found = storage.read(signingKeysEntry);
    if (ring === null || found !== entry) {
      entry = found;
      ring = openKeyRing(found);
    }
    return ring;
  }

  return {
    published: async () => (await current()).published,
    async sign(claims, type = 'JWT') {
      const { kid, privateKey } = await current();
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: type, kid }).sign(await privateKey);
    },
    async verify(token, options) {
      const { keySet } = await current();
      return (await jwtVerify(token, keySet, { ...options, algorithms: ['RS256'] })).payload;
    },
    async rotate() {
      const { newest } = await current();
      storage.write(signingKeysEntry, JSON.stringify([await makeKey(), newest]));
    },
  };
}

/** The keys of one entry, imported once. */
interface KeyRing {
  newest: JWK;
  kid: string | undefined;
  privateKey: Promise<CryptoKey>;
  published: JWK[];
  keySet: JWTVerifyGetKey;
}

function openKeyRing(entry: string | null): KeyRing {
  // Only this module writes the entry, and never an empty list.
  const keys = JSON.parse(entry ?? '[]') as JWK[];
  const [newest] = keys;
  if (!newest) throw new Error('The tenant has no signing key.');
  const published = keys.map(publicPart);
  return {
    newest,
    kid: newest.kid,
    // An RSA key is never given back as bytes.
    privateKey: importJWK(newest, 'RS256') as Promise<CryptoKey>,
    published,
    keySet: createLocalJWKSet({ keys: published }),
  };
}

/** Another page over the same storage may have been quicker; then its key counts. */
async function makeFirst(storage: TenantStorage): Promise<void> {
  const made = await makeKey();
  if (storage.read(signingKeysEntry) === null) storage.write(signingKeysEntry, JSON.stringify([made]));
}

async function makeKey(): Promise<JWK> {
  const pair = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  );
  const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', pair.privateKey);
  // An exported RSA key has all of these; the platform's type also covers other kinds of key.
  const key = { kty, n, e, d, p, q, dp, dq, qi } as JWK;
  const certificate = await certificateOf(pair);
  return {
    ...key,
    use: 'sig',
    alg: 'RS256',
    kid: await calculateJwkThumbprint(key),
    x5c: [btoa(String.fromCharCode(...certificate))],
    x5t: base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-1', certificate))),
  };
}

function publicPart({ kty, use, alg, kid, n, e, x5c, x5t }: JWK): JWK {
  return { kty, use, alg, kid, n, e, x5c, x5t };
}
