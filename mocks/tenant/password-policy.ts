import { commonPasswords } from './common-passwords.ts';
import type { Connection, TenantUser } from './model.ts';
import { type CharacterKind, type PasswordRules, passwordRules } from './password-rules.ts';

/** Whose password it is to be; someone who is being made has no old ones. */
export interface PasswordOwner {
  profile: Partial<TenantUser>;
  /** Newest first, the current one among them. */
  passwords: readonly string[];
}

export type PasswordFault = 'strength' | 'history' | 'dictionary' | 'personal';

/**
 * Auth0's words. The first two are recorded in public; the other two are guesses after them.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-options
 */
export const passwordErrors: Record<PasswordFault, string> = {
  strength: 'PasswordStrengthError: Password is too weak',
  history: 'PasswordHistoryError: Password has previously been used',
  dictionary: 'PasswordDictionaryError: Password is too common',
  personal: 'PasswordNoUserInfoError: Password contains user information',
};

/** One demand of a connection's policy, in words for the person, and whether a password meets it. */
export interface Demand {
  fault: PasswordFault;
  words: string;
  isMet(password: string, owner: PasswordOwner): boolean;
}

const patterns: Record<CharacterKind, RegExp> = {
  lowercase: /[a-z]/,
  uppercase: /[A-Z]/,
  number: /\d/,
  special: /[!@#$%^&*]/,
};
const kindNames: Record<CharacterKind, string> = {
  lowercase: 'a lower-case letter',
  uppercase: 'an upper-case letter',
  number: 'a digit',
  special: 'a special character (!@#$%^&*)',
};

/** All that a connection asks of a password. */
export function demandsOf(connection: Connection): Demand[] {
  const rules = passwordRules(connection);
  return [
    ...strengthDemands(rules),
    rules.dictionary && {
      fault: 'dictionary' as const,
      words: 'not a common password',
      isMet: (password: string) => !isCommon(password, rules.dictionary ?? []),
    },
    rules.noPersonalInfo && {
      fault: 'personal' as const,
      words: 'no part of your name, username or email',
      isMet: (password: string, { profile }: PasswordOwner) => !holdsPersonalInfo(password, profile),
    },
    rules.history > 0 && {
      fault: 'history' as const,
      words: `none of your last ${rules.history} passwords`,
      isMet: (password: string, { passwords }: PasswordOwner) =>
        !passwords.slice(0, rules.history).includes(password),
    },
  ].flatMap((demand) => demand || []);
}

/** What is wrong with a password for this person in this connection, or null. */
export function passwordFault(
  password: string,
  connection: Connection,
  owner: PasswordOwner,
): PasswordFault | null {
  return demandsOf(connection).find(({ isMet }) => !isMet(password, owner))?.fault ?? null;
}

function strengthDemands(rules: PasswordRules): Demand[] {
  const demand = (words: string, isMet: (password: string) => boolean): Demand => ({
    fault: 'strength',
    words,
    isMet,
  });
  const { minLength, kinds, maxBytes } = rules;
  const has = (kind: CharacterKind) => (password: string) => patterns[kind].test(password);
  return [
    demand(`at least ${minLength} characters`, (password) => password.length >= minLength),
    ...(kinds === 'three-of-four'
      ? [
          demand(
            'three of these: lower-case letters, upper-case letters, digits, special characters (!@#$%^&*)',
            (password) => Object.values(patterns).filter((kind) => kind.test(password)).length >= 3,
          ),
        ]
      : kinds.map((kind) => demand(kindNames[kind], has(kind)))),
    rules.noRepeats &&
      demand('no more than two identical characters in a row', (password) => !/(.)\1\1/.test(password)),
    rules.noSequences && demand('no sequence such as abc or 321', (password) => !hasSequence(password)),
    maxBytes !== undefined &&
      demand(
        `at most ${maxBytes} characters`,
        (password) => new TextEncoder().encode(password).length <= maxBytes,
      ),
  ].flatMap((one) => one || []);
}

function hasSequence(password: string): boolean {
  const codes = [...password.toLowerCase()].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.some((step, index) => Math.abs(step) === 1 && steps[index + 1] === step);
}

function isCommon(password: string, own: readonly string[]): boolean {
  const text = password.toLowerCase();
  return commonPasswords.has(text) || own.some((word) => word.toLowerCase() === text);
}

/** Shorter ones would turn up by chance; how Auth0 takes them is not documented. */
const shortestTelling = 3;

function holdsPersonalInfo(password: string, profile: Partial<TenantUser>): boolean {
  const { name, username, nickname, email, user_metadata: own = {} } = profile;
  const local = email?.split('@')[0];
  const text = password.toLowerCase();
  return [name, username, nickname, local, own.name, own.first, own.last].some(
    (value) =>
      typeof value === 'string' && value.length >= shortestTelling && text.includes(value.toLowerCase()),
  );
}
