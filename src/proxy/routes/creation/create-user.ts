import { createUser } from '#contract/create-user.ts';
import { seenThrough } from '../../acts/seen-through.ts';
import { findPerson } from '../../invitations/find-person.ts';
import { identifierOf } from '../../invitations/invitation-trace.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { notBefore } from '../../tenant/wait.ts';
import { type Binding, bind } from '../bind.ts';
import { invite } from './let-in.ts';
import { prepareUser } from './prepare-user.ts';
import { startWithPassword } from './start-with-password.ts';

/**
 * Adds a person. Whoever is a member already is told; for all others the answer, the calls to Auth0, the record and the
 * time are the same, be there someone new, someone who was added before, or someone outside the organization of whom
 * nobody here may hear.
 */
export function bindCreateUser(services: Services): Binding {
  const { gateway, limits, mailTurns } = services;
  return bind(createUser, async (call) => {
    const { scope, admin, organization } = call;
    const began = performance.now();
    const person = await prepareUser(call, services);
    const { identifiers, connection, after, temporaryPassword: password } = person;
    const name = identifierOf(identifiers);
    const found = await findPerson(identifiers, connection.name, call, services);
    if (found.kind === 'member') {
      return {
        outcome: 'already-member' as const,
        user_id: found.user.user_id,
        name: found.user.name ?? name,
      };
    }
    mailTurns.take(organization, connection.name, name);

    const caller = seenThrough(call.caller, limits.deadlineMs);
    await call.record.perform({ target: null, targetName: name, after }, async () => {
      const made = await gateway.createUser(person.body, caller).catch(nobodyNew);
      const id = made?.user_id ?? (found.kind === 'pending' ? found.user.user_id : null);
      const account = { id, isNew: made !== null, connection, clientId: person.clientId };
      if (password !== undefined) {
        await startWithPassword(account, password, { admin, scope, services, caller });
      } else if (connection.strategy === 'auth0') {
        await invite(account, { scope, services, caller });
      }
    });
    await notBefore(began + limits.creationMs, caller.signal);
    return { outcome: 'added' as const };
  });
}

/** Someone has the address: who, Auth0 does not tell, and we do not. */
function nobodyNew(error: unknown): null {
  if (error instanceof Problem && error.type === 'identifier-taken') return null;
  throw error;
}
