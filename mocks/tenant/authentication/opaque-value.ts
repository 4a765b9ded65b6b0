import { base64url } from 'jose';

/** A value that nobody can guess: a code, a token, the id of a session. */
export function opaqueValue(bytes = 32): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(bytes)));
}
