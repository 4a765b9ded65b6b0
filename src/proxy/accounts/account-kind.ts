import type { Auth0User } from '../tenant/answers.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';

/** `custom-database`: the vendor's own, whose users Auth0 does not import; of them it changes metadata only. */
export type AccountKind = 'database' | 'custom-database' | 'email' | 'sms' | 'social' | 'enterprise';

/** What an account is by its main identity. Of a connection that is not known, what the identity alone tells. */
export function accountKind(
  { identities: [main] }: Pick<Auth0User, 'identities'>,
  connection: Auth0Connection | null,
): AccountKind {
  if (main?.provider === 'auth0') return connection && isForeign(connection) ? 'custom-database' : 'database';
  if (main?.provider === 'email' || main?.provider === 'sms') return main.provider;
  return main?.isSocial ? 'social' : 'enterprise';
}

/**
 * Whether the accounts of a database are the vendor's own and Auth0 keeps none of them.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/custom-db
 */
export function isForeign({ strategy, options }: Auth0Connection): boolean {
  return (
    strategy === 'auth0' && options.enabledDatabaseCustomization === true && options.import_mode !== true
  );
}
