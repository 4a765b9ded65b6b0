import type { Connection } from './model.ts';

export type CharacterKind = 'lowercase' | 'uppercase' | 'number' | 'special';

/** What a connection demands of a password, whichever of Auth0's two forms it is written in. */
export interface PasswordRules {
  minLength: number;
  /** All of these, or three of the four. */
  kinds: CharacterKind[] | 'three-of-four';
  /** More than two identical characters in a row are refused. */
  noRepeats: boolean;
  /** Neither `abc` nor `321`. */
  noSequences: boolean;
  /** Bytes; none when what is longer is cut off or taken. */
  maxBytes?: number;
  /** How many of the last passwords may not come again. */
  history: number;
  /** The tenant's own words beside the common ones; null when there is no such rule. */
  dictionary: string[] | null;
  /** Neither his name nor his email's local part, and so on. */
  noPersonalInfo: boolean;
}

type Options = Record<string, unknown>;

/**
 * Reads the options of a database connection. `password_options` is the newer form and wins; of it, only what differs
 * from `allow`, the defaults of Auth0's types, is a rule.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-options
 * @see https://auth0.com/docs/authenticate/database-connections/flexible-password-policy
 */
export function passwordRules({ options }: Connection): PasswordRules {
  const newer = options.password_options;
  return isObject(newer) ? flexibleRules(newer) : policyRules(options);
}

const fair: CharacterKind[] = ['lowercase', 'uppercase', 'number'];

/** Without a length of its own, a policy asks for 1, 6 or 8 characters. */
const policies: Record<string, Pick<PasswordRules, 'minLength' | 'kinds' | 'noRepeats'>> = {
  none: { minLength: 1, kinds: [], noRepeats: false },
  low: { minLength: 6, kinds: [], noRepeats: false },
  fair: { minLength: 8, kinds: fair, noRepeats: false },
  good: { minLength: 8, kinds: 'three-of-four', noRepeats: false },
  excellent: { minLength: 8, kinds: 'three-of-four', noRepeats: true },
};

function policyRules(options: Options): PasswordRules {
  const base = policies[String(options.passwordPolicy ?? 'none')] ?? {
    minLength: 1,
    kinds: [],
    noRepeats: false,
  };
  const history = part(options, 'password_history');
  const dictionary = part(options, 'password_dictionary');
  return {
    ...base,
    minLength: numberOf(part(options, 'password_complexity_options').min_length, base.minLength),
    noSequences: false,
    history: history.enable === true ? numberOf(history.size, 5) : 0,
    dictionary: dictionary.enable === true ? wordsOf(dictionary.dictionary) : null,
    noPersonalInfo: part(options, 'password_no_personal_info').enable === true,
  };
}

function flexibleRules(options: Options): PasswordRules {
  const complexity = part(options, 'complexity');
  const history = part(options, 'history');
  const dictionary = part(options, 'dictionary');
  return {
    minLength: numberOf(complexity.min_length, 1),
    kinds:
      complexity.character_type_rule === 'three_of_four'
        ? 'three-of-four'
        : wordsOf(complexity.character_types).filter(isKind),
    noRepeats: complexity.identical_characters === 'block',
    noSequences: complexity.sequential_characters === 'block',
    maxBytes: complexity.max_length_exceeded === 'error' ? 72 : undefined,
    history: history.active === true ? numberOf(history.size, 5) : 0,
    dictionary: dictionary.active === true ? wordsOf(dictionary.custom) : null,
    noPersonalInfo: part(options, 'profile_data').active === true,
  };
}

const characterKinds: readonly string[] = ['lowercase', 'uppercase', 'number', 'special'];
const isKind = (word: string): word is CharacterKind => characterKinds.includes(word);

function isObject(value: unknown): value is Options {
  return typeof value === 'object' && value !== null;
}

function part(options: Options, name: string): Options {
  const value = options[name];
  return isObject(value) ? value : {};
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
}
