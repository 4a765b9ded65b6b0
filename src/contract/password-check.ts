import { type CharacterKind, characterKind, type PasswordRules } from './password.ts';

/** What can be told of a password before Auth0 sees it. */
export type PasswordDemand = 'length' | 'kinds' | 'repeats' | 'sequences' | 'personal';

const kindPatterns: Readonly<Record<CharacterKind, RegExp>> = {
  lower: /[a-z]/,
  upper: /[A-Z]/,
  digit: /[0-9]/,
  special: /[!@#$%^&*]/,
};

/** The demands that these rules make, in the order in which they are told. */
export function passwordDemands(rules: PasswordRules): PasswordDemand[] {
  const made: Record<PasswordDemand, boolean> = {
    length: true,
    kinds: rules.kinds_needed > 0,
    repeats: rules.no_repeats,
    sequences: rules.no_sequences,
    personal: rules.no_personal_info,
  };
  // `Object.keys` forgets the names.
  return (Object.keys(made) as PasswordDemand[]).filter((demand) => made[demand]);
}

/** Which kinds of character a password has. */
function kindsIn(password: string): CharacterKind[] {
  return characterKind.options.filter((kind) => kindPatterns[kind].test(password));
}

/**
 * The demands that a password does not meet.
 *
 * @param personal - what is known of the person: name, username, nickname, email. How Auth0 compares them is not
 * documented, so any word of three letters or more counts.
 */
export function unmetDemands(
  password: string,
  rules: PasswordRules,
  personal: readonly (string | undefined)[],
): PasswordDemand[] {
  const unmet: Record<PasswordDemand, () => boolean> = {
    length: () => password.length < rules.min_length,
    kinds: () => kindsIn(password).filter((kind) => rules.kinds.includes(kind)).length < rules.kinds_needed,
    repeats: () => /(.)\1\1/su.test(password),
    sequences: () => hasSequence(password),
    personal: () => wordsOf(personal).some((word) => password.toLowerCase().includes(word)),
  };
  return passwordDemands(rules).filter((demand) => unmet[demand]());
}

function hasSequence(password: string): boolean {
  const codes = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.some((step, index) => Math.abs(step) === 1 && steps[index + 1] === step);
}

const shortestWord = 3;

/** Of an email only what stands before the `@` is personal. */
function wordsOf(personal: readonly (string | undefined)[]): string[] {
  return personal
    .flatMap((text) => text?.toLowerCase().split('@')[0] ?? [])
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .filter((word) => word.length >= shortestWord);
}
