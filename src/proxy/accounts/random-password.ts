/** Without characters that are hard to tell apart; nobody reads it, but nothing is lost. */
const alphabet = 'abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!@#$%^&*';
const kinds = ['kmzq', 'RTXH', '4729', '!%^&'];

/** More than any dictionary holds, and within the 72 bytes that Auth0 looks at. */
const usualLength = 64;

/**
 * A password that nobody will ever know, for an account whose person chooses his own. It has every kind of character,
 * no character twice in a row and no sequence, so that every policy takes it.
 *
 * @param minimum - of the connection's own policy.
 */
export function randomPassword(minimum: number): string {
  const length = Math.max(usualLength, minimum);
  let password = kinds.map((kind) => pick(kind)).join('');
  while (password.length < length) {
    const next = pick(alphabet);
    if (isNear(password.at(-1) ?? '', next)) continue;
    password += next;
  }
  return password;
}

/** Even: bytes past the last whole multiple are drawn again. */
function pick(from: string): string {
  const limit = 256 - (256 % from.length);
  for (;;) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return from.charAt(byte % from.length);
  }
}

/** Equal or one apart, without regard to case. */
function isNear(one: string, other: string): boolean {
  const step = one.toLowerCase().charCodeAt(0) - other.toLowerCase().charCodeAt(0);
  return Math.abs(step) <= 1;
}
