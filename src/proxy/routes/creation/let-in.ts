import { partlyDone } from '../../acts/partly-done.ts';
import type { MemberScope } from '../../scope/member-scope.ts';
import { isShared } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';
import type { Caller } from '../../tenant/caller.ts';

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
 * @returns the account that has its mail, null for nobody's.
 * @throws Problem that says that he was added and has no mail.
 */
export async function invite(
  account: Account,
  { scope, services, caller }: { scope: MemberScope; services: Services; caller: Caller },
): Promise<Auth0User | null> {
  const { decoys, sendPasswordMail } = services;
  const mail = { connection: account.connection.name, clientId: account.clientId };
  try {
    const user = await pendingNow(account, scope, services, caller);
    if (user?.email === undefined) await decoys.mail(mail, caller);
    else await sendPasswordMail({ ...mail, email: user.email }, caller);
    return user;
  } catch (error) {
    throw partlyDone(
      error,
      'The person was added, but the mail could not be sent. Send it again from the invitations.',
    );
  }
}

/**
 * The account as it is now, so long as it waits for its person and belongs to no other organization; nobody's costs the
 * same.
 */
export async function pendingNow(
  { id, isNew }: Pick<Account, 'id' | 'isNew'>,
  scope: MemberScope,
  { gateway, config }: Pick<Services, 'gateway' | 'config'>,
  caller: Caller,
): Promise<Auth0User | null> {
  const user = await gateway.user(id ?? '', caller, { fresh: true });
  if (!user || isShared(user, config.organizationKey)) return null;
  return isNew || scope.pending.covers(user) ? user : null;
}
