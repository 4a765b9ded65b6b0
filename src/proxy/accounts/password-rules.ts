import type { CharacterKind, PasswordRules } from '#contract/password.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Auth0Connection, Auth0ConnectionOptions } from '../tenant/answers-connections.ts';
import { accountKind } from './account-kind.ts';

const all: CharacterKind[] = ['lower', 'upper', 'digit', 'special'];
const none = { kinds: [], kinds_needed: 0, no_repeats: false };
const three = { kinds: all, kinds_needed: 3 };

/** Auth0's five policies, and their lengths where a connection sets none. */
const policies = new Map<string, Pick<PasswordRules, 'min_length' | 'kinds' | 'kinds_needed' | 'no_repeats'>>(
  [
    ['none', { min_length: 1, ...none }],
    ['low', { min_length: 6, ...none }],
    ['fair', { min_length: 8, kinds: ['lower', 'upper', 'digit'], kinds_needed: 3, no_repeats: false }],
    ['good', { min_length: 8, ...three, no_repeats: false }],
    ['excellent', { min_length: 8, ...three, no_repeats: true }],
  ],
);

/**
 * What a database connection asks of a password. One whose options we may not see, or that names a policy that we do
 * not know, asks nothing as far as we know: Auth0 has the last word.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-options
 */
export function passwordRulesOf(options: Auth0ConnectionOptions): PasswordRules {
  const newer = options.password_options;
  return newer ? flexibleRules(newer) : policyRules(options);
}

function policyRules(options: Auth0ConnectionOptions): PasswordRules {
  const { password_history: history, password_dictionary: dictionary } = options;
  const base = policies.get(options.passwordPolicy ?? 'none') ?? { min_length: 1, ...none };
  return {
    ...base,
    min_length: options.password_complexity_options?.min_length ?? base.min_length,
    no_sequences: false,
    no_personal_info: options.password_no_personal_info?.enable === true,
    dictionary: dictionary?.enable === true,
    history: history?.enable ? (history.size ?? 5) : 0,
  };
}

const kindNames: Readonly<Record<string, CharacterKind>> = {
  lowercase: 'lower',
  uppercase: 'upper',
  number: 'digit',
  special: 'special',
};

/** @see https://auth0.com/docs/authenticate/database-connections/flexible-password-policy */
function flexibleRules(newer: NonNullable<Auth0ConnectionOptions['password_options']>): PasswordRules {
  const { complexity, history, dictionary, profile_data } = newer;
  const anyThree = complexity?.character_type_rule === 'three_of_four';
  const named = complexity?.character_types.flatMap((name) => kindNames[name] ?? []) ?? [];
  const kinds = anyThree ? all : named;
  return {
    min_length: complexity?.min_length ?? 1,
    kinds,
    kinds_needed: anyThree ? 3 : kinds.length,
    no_repeats: complexity?.identical_characters === 'block',
    no_sequences: complexity?.sequential_characters === 'block',
    no_personal_info: profile_data?.active === true,
    dictionary: dictionary?.active === true,
    history: history?.active ? (history.size ?? 5) : 0,
  };
}

/** Longer, and of more kinds, than any of the common passwords that Auth0 refuses. */
const uncommonLength = 15;

const strictest = {
  kinds: all,
  kinds_needed: all.length,
  no_repeats: true,
  no_sequences: true,
  no_personal_info: true,
} as const;

/**
 * What a temporary password must be. Where Auth0 compares passwords with common ones, which we cannot, or goes by rules
 * that we cannot see, more is asked, so that it refuses none that we took: when a person is added, its refusal would
 * tell that there is nobody of this address.
 */
export function temporaryPasswordRules(options: Auth0ConnectionOptions): PasswordRules {
  const rules = passwordRulesOf(options);
  const min_length = Math.max(rules.min_length, uncommonLength);
  if (!isKnown(options)) return { ...rules, ...strictest, min_length };
  return rules.dictionary ? { ...rules, min_length, ...threeKindsOf(rules) } : rules;
}

/** Without `read:connections_options` nothing is. */
function isKnown({ password_options: newer, passwordPolicy }: Auth0ConnectionOptions): boolean {
  return newer !== undefined || policies.has(passwordPolicy ?? '');
}

/** At least three kinds, and every one that the rules want. */
function threeKindsOf({ kinds, kinds_needed }: PasswordRules): Pick<PasswordRules, 'kinds' | 'kinds_needed'> {
  if (kinds_needed >= 3) return { kinds, kinds_needed };
  if (kinds_needed === 0) return three;
  return { kinds: [...kinds, ...all.filter((kind) => !kinds.includes(kind))].slice(0, 3), kinds_needed: 3 };
}

/** What a temporary password of this person must be; undefined where he has none, or nothing is known of it. */
export function passwordRulesFor(
  user: Pick<Auth0User, 'identities'>,
  connection: Auth0Connection | null,
): PasswordRules | undefined {
  if (!connection || accountKind(user, connection) !== 'database') return undefined;
  return temporaryPasswordRules(connection.options);
}
