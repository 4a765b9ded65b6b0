import type { PasswordRules } from '#contract/password.ts';
import { unmetDemands } from '#contract/password-check.ts';

/** Without characters that look alike when they are read out or copied by hand. */
const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!@#$%^&*'];

const usualLength = 16;

/** A random password that these rules take, 16 characters or longer: about 90 bits. */
export function generatePassword(rules: PasswordRules, personal: readonly (string | undefined)[]): string {
  const length = Math.min(128, Math.max(usualLength, rules.min_length));
  for (;;) {
    const all = alphabets.join('');
    const password = [...Array(length).keys()].map(() => pickFrom(all)).join('');
    const hasAllKinds = alphabets.every((kind) =>
      [...kind].some((character) => password.includes(character)),
    );
    // Another one is quickly made where this one happens to hold `abc` or somebody's name.
    if (
      hasAllKinds &&
      unmetDemands(password, { ...rules, no_repeats: true, no_sequences: true }, personal).length === 0
    )
      return password;
  }
}

/** One of the characters, each as likely as the others. */
function pickFrom(characters: string): string {
  const limit = 256 - (256 % characters.length);
  for (;;) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < limit) return characters[byte % characters.length] ?? '';
  }
}
