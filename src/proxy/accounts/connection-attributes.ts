import type { Auth0Connection } from '../tenant/answers-connections.ts';

/** What a person may be known by. */
export type Identifier = 'email' | 'username' | 'phone_number';

export type Need = 'required' | 'optional' | 'none';

/**
 * Whether an account of a connection has this identifier. Of a connection that is not known, what most databases have.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/flexible-identifiers-and-attributes
 */
export function attributeNeed(name: Identifier, connection: Auth0Connection | null): Need {
  if (!connection) return name === 'phone_number' ? 'none' : 'optional';
  const { strategy, options } = connection;
  if (strategy === 'email') return name === 'email' ? 'required' : 'none';
  if (strategy === 'sms') return name === 'phone_number' ? 'required' : 'none';
  if (strategy !== 'auth0') return 'none';
  if (options.attributes) return flexibleNeed(options.attributes[name]);
  if (name === 'email') return 'required';
  return name === 'username' && options.requires_username ? 'required' : 'none';
}

type Attribute = NonNullable<Auth0Connection['options']['attributes']>[Identifier];

/** One that is declared and says nothing of signing up may be left out. */
function flexibleNeed(attribute: Attribute): Need {
  if (!attribute) return 'none';
  const { status } = attribute.signup ?? {};
  if (status === 'required') return 'required';
  return status === 'inactive' ? 'none' : 'optional';
}

/**
 * Whether an email is enough to find an account by: the mail for a new password knows no other way. Of a connection that
 * is not known, yes.
 */
export function findsByEmail(connection: Auth0Connection | null): boolean {
  const { attributes } = connection?.options ?? {};
  if (!attributes) return true;
  const { email } = attributes;
  return email?.identifier?.active === true && email.unique !== false;
}

/** What Auth0 takes for a username when the connection says nothing else. */
const usualLengths = { minimum: 1, maximum: 15 };

/** How long a username may be. */
export function usernameLength({ options }: Auth0Connection): { minimum: number; maximum: number } {
  const { min_length, max_length } = options.attributes?.username?.validation ?? {};
  const { min = usualLengths.minimum, max = usualLengths.maximum } = options.attributes
    ? { min: min_length, max: max_length }
    : (options.validation?.username ?? {});
  return { minimum: Math.max(1, min), maximum: Math.min(128, max) };
}

/**
 * What is wrong with a username, in words, or null.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/require-username
 */
export function usernameFault(username: string, connection: Auth0Connection): string | null {
  const { minimum, maximum } = usernameLength(connection);
  if (username.length < minimum) return `This is too short: at least ${minimum}.`;
  if (username.length > maximum) return `This is too long: at most ${maximum}.`;
  if (/^[^@]+@[^@]+\.[^@]+$/.test(username)) return 'A username may not look like an email.';
  return /^[\p{L}\p{N}@^$.!`\-#+'~_,]+$/u.test(username)
    ? null
    : "Use letters, digits and @ ^ $ . ! ` - # + ' ~ _ , only.";
}
