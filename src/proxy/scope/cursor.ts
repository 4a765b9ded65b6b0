import { aessiv } from '@noble/ciphers/aes.js';
import { base64url } from 'jose';

/** Turns a position in a list into text for a URL and back. */
export interface CursorCodec {
  /** The context names all that the cursor belongs to: it opens with the same one only. */
  seal(value: unknown, context: string): Promise<string>;
  /** The value, or null when the cursor is not ours, was changed, or belongs to another context. */
  open(cursor: string, context: string): Promise<unknown>;
}

/** Bumped when what is sealed changes its shape or its meaning: older cursors then no longer open. */
const version = 'steward cursor 2';

/** AES-SIV takes two keys of 256 bits. */
const keyBits = 512;

/**
 * Cursors that nobody can read or forge: AES-SIV with the context as associated data, under a key that HKDF derives
 * from the secret. It needs no nonce, so the same position has the same cursor, and its link stays the same.
 *
 * @param secret - of at least 32 random characters; every proxy of one installation has the same.
 * @see https://www.rfc-editor.org/rfc/rfc5869 https://www.rfc-editor.org/rfc/rfc5297
 */
export function createCursorCodec(secret: string): CursorCodec {
  let derived: Promise<Uint8Array> | undefined;
  // Not by the platform's cipher: it works in threads of its own, and to go there costs more than the work.
  const cipher = async (context: string) => {
    derived ??= deriveKey(secret);
    return aessiv(await derived, utf8(context));
  };
  return {
    async seal(value, context) {
      const { encrypt } = await cipher(context);
      return base64url.encode(encrypt(utf8(JSON.stringify(value))));
    },
    async open(cursor, context) {
      const { decrypt } = await cipher(context);
      try {
        return JSON.parse(new TextDecoder().decode(decrypt(base64url.decode(cursor))));
      } catch {
        return null;
      }
    },
  };
}

async function deriveKey(secret: string): Promise<Uint8Array> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8(version), info: utf8('cursors') };
  return new Uint8Array(await crypto.subtle.deriveBits(how, material, keyBits));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
