import { base64url } from 'jose';

/** Turns a position in a list into text for a URL and back. */
export interface CursorCodec {
  /** The context names all that the cursor belongs to: it opens with the same one only. */
  seal(value: unknown, context: string): Promise<string>;
  /** The value, or null when the cursor is not ours, was changed, or belongs to another context. */
  open(cursor: string, context: string): Promise<unknown>;
}

/** Bumped when what is sealed changes its shape or its meaning: older cursors then no longer open. */
const version = 'steward cursor 1';
const nonceLength = 12;

/**
 * Cursors that nobody can read or forge: AES-256-GCM with the context as additional data, under keys that HKDF
 * derives from the secret. The nonce is an HMAC of the content, so the same position has the same cursor (its link
 * stays the same) and a nonce never serves two contents.
 *
 * @param secret - of at least 32 random characters; every proxy of one installation has the same.
 * @see https://www.rfc-editor.org/rfc/rfc5869 https://www.rfc-editor.org/rfc/rfc5297#section-1.3.2
 */
export function createCursorCodec(secret: string): CursorCodec {
  let made: Promise<Keys> | undefined;
  const keys = () => {
    made ??= deriveKeys(secret);
    return made;
  };
  return {
    async seal(value, context) {
      const { encryption, nonces } = await keys();
      const content = utf8(JSON.stringify(value));
      const mac = await crypto.subtle.sign('HMAC', nonces, utf8(JSON.stringify([context, value])));
      const iv = new Uint8Array(mac).slice(0, nonceLength);
      const sealed = await crypto.subtle.encrypt(algorithm(iv, context), encryption, content);
      return base64url.encode(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },
    async open(cursor, context) {
      const { encryption } = await keys();
      try {
        const bytes = new Uint8Array(base64url.decode(cursor));
        const iv = bytes.subarray(0, nonceLength);
        const content = await crypto.subtle.decrypt(
          algorithm(iv, context),
          encryption,
          bytes.subarray(nonceLength),
        );
        return JSON.parse(new TextDecoder().decode(content));
      } catch {
        return null;
      }
    },
  };
}

interface Keys {
  encryption: CryptoKey;
  nonces: CryptoKey;
}

async function deriveKeys(secret: string): Promise<Keys> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  const derive = (use: string, type: AesKeyGenParams | HmacKeyGenParams, usages: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: utf8(version), info: utf8(use) },
      material,
      type,
      false,
      usages,
    );
  const [encryption, nonces] = await Promise.all([
    derive('encryption', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    derive('nonces', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  ]);
  return { encryption, nonces };
}

function algorithm(iv: Uint8Array<ArrayBuffer>, context: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8(context) };
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
