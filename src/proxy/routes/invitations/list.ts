import { type Invitation, listInvitations } from '#contract/create-user.ts';
import { sealInvitation } from '../../invitations/invitation-ids.ts';
import {
  type InvitationTrace,
  identifierOf,
  invitationTraces,
  keyOf,
} from '../../invitations/invitation-trace.ts';
import { markedPeople, membersAmong, traceOf } from '../../invitations/pending-people.ts';
import { removeMarks } from '../../invitations/remove-marks.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';
import { type Binding, bind } from '../bind.ts';
import { offerAdding } from '../creation/offer-adding.ts';

/** After this an invitation is no longer listed: a stranger's and a real one lapse alike. */
const lifeMs = 30 * 86_400_000;

/**
 * Who was added and has not signed in. Most of it is told by the audit log, which knows of strangers who have the address
 * already as much as of accounts that wait: so the two look the same. Accounts that the log does not know join them. An
 * admin who does not see all members is told by the log only of those whom he added himself.
 */
export function bindListInvitations(services: Services): Binding {
  const { world, cursors } = services;
  return bind(listInvitations, async ({ admin, organization, scope, caller, record, report }) => {
    const since = world.now() - lifeMs;
    const all = await invitationTraces(world.audit, organization, since).catch(unreadable);
    const isKnown = ({ addedBy }: InvitationTrace) =>
      scope.seesAll || addedBy.includes(admin.profile.user_id);
    const traces = new Map([...all].filter(([, trace]) => isKnown(trace)));
    // Asked of all, though accounts that wait are no members: or strangers would cost a call more.
    const [{ waiting, come }, members] = await Promise.all([
      markedPeople(scope, services, caller),
      membersAmong([...traces.values()], scope, services, caller),
    ]);
    await removeMarks(come, { scope, services, caller, record }).catch(report);
    const unknown = waiting.map(traceOf).filter((trace) => trace.at >= since && !traces.has(keyOf(trace)));
    const arrived = new Set([...members, ...come.map(traceOf).map(keyOf)]);
    const known = [...traces.values()].filter((trace) => !arrived.has(keyOf(trace)));
    const listed = [...known, ...unknown].toSorted((one, other) => other.at - one.at);
    const invitations = await Promise.all(
      listed.map(async (trace) =>
        invitationOf(trace, await sealInvitation(trace, organization, cursors), services, caller),
      ),
    );
    return { invitations, adding: await offerAdding({ admin, organization }, services) };
  });
}

/** Without the log, accounts that wait could be told from strangers: nobody is shown. */
function unreadable(cause: unknown): never {
  throw new Problem('audit-unavailable', { detail: 'The audit log cannot be read.', cause });
}

async function invitationOf(
  trace: InvitationTrace,
  id: string,
  { facts }: Services,
  caller: Caller,
): Promise<Invitation> {
  const { connection, identifiers, name, at, by } = trace;
  const strategy = (await facts.connection(connection, caller).catch(() => null))?.strategy;
  return {
    id,
    identifier: identifierOf(identifiers),
    name,
    connection,
    mailed: strategy === 'auth0' && identifiers.email !== undefined,
    invited_at: new Date(at).toISOString(),
    invited_by: by,
  };
}
