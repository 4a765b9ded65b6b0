import type { ConnectionRules } from '#contract/create-user.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';
import { isForeign } from './account-kind.ts';
import { attributeNeed, findsByEmail, type Need, usernameLength } from './connection-attributes.ts';
import { temporaryPasswordRules } from './password-rules.ts';

const creatableStrategies: readonly string[] = ['auth0', 'email', 'sms'];

/**
 * Whether people can be added to a connection: it keeps its accounts in Auth0, somebody may sign in by it, and who has a
 * password there has an email too, by which he chooses his own.
 */
export function isCreatable(connection: Auth0Connection): boolean {
  const { strategy, enabled } = connection;
  if (!creatableStrategies.includes(strategy) || isForeign(connection) || !enabled) return false;
  return strategy !== 'auth0' || attributeNeed('email', connection) !== 'none';
}

/** Whether a person can be invited by mail; where people have no password they need none. */
export function isInvitable(connection: Auth0Connection): boolean {
  return isCreatable(connection) && (connection.strategy !== 'auth0' || findsByEmail(connection));
}

/** What an account of a connection is made of. */
export function connectionRules(connection: Auth0Connection, label: string): ConnectionRules {
  const need = (name: Parameters<typeof attributeNeed>[0]): Need => attributeNeed(name, connection);
  const username = need('username');
  return {
    name: connection.name,
    label,
    strategy: connection.strategy,
    creatable: isCreatable(connection),
    invitable: isInvitable(connection),
    email: need('email'),
    username,
    phone_number: need('phone_number'),
    usernameLength: username === 'none' ? undefined : usernameLength(connection),
    password: connection.strategy === 'auth0' ? temporaryPasswordRules(connection.options) : null,
  };
}
