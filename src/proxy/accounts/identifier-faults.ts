import type { FieldError } from '#contract/problem.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';
import { attributeNeed, type Identifier, usernameFault } from './connection-attributes.ts';

const identifiers: readonly Identifier[] = ['email', 'username', 'phone_number'];

/**
 * What is wrong with the identifiers of a person who is to be added: one that the connection wants is missing, one that
 * it does not know is there. All of it is found before Auth0 is asked, whose refusal would tell that nobody has them.
 *
 * @param mailed - he is sent a mail, or chooses his password by one: for that he needs an email.
 */
export function identifierFaults(
  given: { readonly [Name in Identifier]?: string | undefined },
  connection: Auth0Connection,
  mailed: boolean,
): FieldError[] {
  const faults = identifiers.flatMap((name) => {
    const fault = faultOf(name, given[name], connection, mailed);
    return fault ? [{ pointer: `#/${name}`, detail: fault }] : [];
  });
  const isNobody = identifiers.every((name) => given[name] === undefined);
  return isNobody && faults.length === 0
    ? [{ pointer: '#', detail: 'Say how the person signs in.' }]
    : faults;
}

function faultOf(
  name: Identifier,
  value: string | undefined,
  connection: Auth0Connection,
  mailed: boolean,
): string | null {
  const need = attributeNeed(name, connection);
  const isNeeded = need === 'required' || (name === 'email' && mailed);
  if (value === undefined) return isNeeded ? 'Fill this in.' : null;
  if (need === 'none') return 'People of this connection have none.';
  if (name === 'email')
    return (value.split('@')[0]?.length ?? 0) > 64 ? 'This is too long before the @.' : null;
  return name === 'username' ? usernameFault(value, connection) : null;
}
