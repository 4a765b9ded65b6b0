import type { MemberScope } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';
import type { Caller } from '../../tenant/caller.ts';
import { partlyDone } from './partly-done.ts';

/** The account of someone who was added; nobody's, where the address belongs to someone outside the organization. */
export interface Account {
  id: string | null;
  /** It was made just now. */
  isNew: boolean;
  connection: Pick<Auth0Connection, 'name'>;
  /** The application that the mail leads to. */
  clientId: string;
}

/**
 * Sends the mail by which someone who was added chooses his password; for nobody, one to an address that cannot exist.
 *
 * @throws Problem that says that he was added and has no mail.
 */
export async function invite(
  account: Account,
  { scope, services, caller }: { scope: MemberScope; services: Services; caller: Caller },
): Promise<void> {
  const { decoys, sendPasswordMail } = services;
  const mail = { connection: account.connection.name, clientId: account.clientId };
  try {
    const email = (await pendingNow(account, scope, services, caller))?.email;
    if (email === undefined) await decoys.mail(mail, caller);
    else await sendPasswordMail({ ...mail, email }, caller);
  } catch (error) {
    throw partlyDone(
      error,
      'The person was added, but the mail could not be sent. Send it again from the invitations.',
    );
  }
}

/** The account as it is now, so long as it waits for its person; nobody's costs the same. */
export async function pendingNow(
  { id, isNew }: Pick<Account, 'id' | 'isNew'>,
  scope: MemberScope,
  { gateway }: Pick<Services, 'gateway'>,
  caller: Caller,
): Promise<Auth0User | null> {
  const user = await gateway.user(id ?? '', caller, { fresh: true });
  return user && (isNew || scope.pending.covers(user)) ? user : null;
}
