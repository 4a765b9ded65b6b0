import type { Admin } from '../../access/access.ts';
import { findPerson, type Person } from '../../invitations/find-person.ts';
import { openInvitation } from '../../invitations/invitation-ids.ts';
import type { Invited } from '../../invitations/invitation-trace.ts';
import { Problem } from '../../problem.ts';
import type { MemberScope } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';
import { refuseToAdd } from '../creation/refuse-to-add.ts';

/** The request that acts on an invitation. */
interface InvitationCall {
  admin: Admin;
  organization: string;
  scope: MemberScope;
  params: { invitationId: string };
  /** Why he does it, in his own words. */
  reason: string | undefined;
  caller: Caller;
}

/** An invitation that may be acted on. */
export interface OpenInvitation extends Invited {
  /** The account that waits for its person; null for a stranger's, which nothing is done to. */
  accountId: string | null;
}

/**
 * Opens an invitation, and looks who there is.
 *
 * @throws Problem `item-not-found` for an id that is none, and for a person who has come since; and what stands against
 * adding people.
 */
export async function beginInvitation(call: InvitationCall, services: Services): Promise<OpenInvitation> {
  const { organization, params } = call;
  const invited = await openInvitation(params.invitationId, organization, services.cursors);
  await refuseToAdd(call, services);
  const person: Person = await findPerson(invited.identifiers, invited.connection, call, services);
  if (person.kind === 'member') throw new Problem('item-not-found');
  return { ...invited, accountId: person.kind === 'pending' ? person.user.user_id : null };
}
