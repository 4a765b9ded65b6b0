import type { Connection } from '../model.ts';
import { ownerOf, withNewPassword } from '../new-password.ts';
import { demandsOf } from '../password-policy.ts';
import { runPostChangePassword } from '../post-change-password.ts';
import { openTickets } from '../tickets.ts';
import type { Authority } from './authority.ts';
import { donePage } from './done-page.ts';
import { PageError } from './refusals.ts';
import { resetPasswordPage } from './reset-password-page.ts';
import { logEvent } from './sign-in-log.ts';
import { type TicketVisit, ticketVisit } from './ticket-visit.ts';
import { wayBack } from './way-back.ts';

interface ResetVisit extends TicketVisit {
  connection: Connection;
}

/** `GET /u/reset-password?ticket=…` @throws PageError when the link is no longer good. */
export async function showResetPassword(authority: Authority, raw: Request): Promise<Response> {
  return formPage(authority, visitOf(authority, raw), {});
}

/**
 * `POST /u/reset-password?ticket=…` with `new-password` and `repeated`. A ticket is used up only when it has worked.
 *
 * @throws PageError when the link is no longer good.
 * @see https://auth0.com/docs/authenticate/database-connections/password-change
 */
export async function submitResetPassword(authority: Authority, raw: Request): Promise<Response> {
  const form = new URLSearchParams(await raw.clone().text());
  // Looked up after the body is there: until it is used up nothing waits, so it works once.
  const visit = visitOf(authority, raw);
  const { store } = authority;
  const { id, ticket, record, connection } = visit;
  const client = store.client(ticket.clientId ?? '');
  const password = form.get('new-password') ?? '';
  const log = (type: string, description?: string) =>
    logEvent(store, raw, { type, client, user: record.profile, connection: connection.name, description });

  if (password === '') return formPage(authority, visit, { password: 'Enter a password.' });
  if (password !== form.get('repeated'))
    return formPage(authority, visit, { repeated: 'The two passwords are not the same.' });
  const owner = ownerOf(record);
  const unmet = demandsOf(connection).filter(({ isMet }) => !isMet(password, owner));
  if (unmet.length > 0) {
    log('fcp', unmet[0]?.fault);
    return formPage(authority, visit, {
      password: `Choose another one. This one does not meet: ${unmet.map(({ words }) => words).join('; ')}.`,
    });
  }
  const changed = withNewPassword(record, password, store.now());
  if (ticket.markEmailAsVerified) changed.profile.email_verified = true;
  store.saveUser(changed);
  openTickets(store).remove(id);
  log('scp');
  await runPostChangePassword(store, raw, changed);
  return donePage(
    'Your password is set',
    'From now on you sign in with it. Wherever you were signed in, you may have to do so again.',
    wayBack(store, ticket, 'You can now sign in with the new password.'),
  );
}

function visitOf({ store }: Authority, raw: Request): ResetVisit {
  const visit = ticketVisit(store, raw, 'reset-password');
  const connection = store.connection(visit.record.profile.identities[0]?.connection ?? '');
  if (connection?.strategy !== 'auth0') throw new PageError('There is no password to set for this account.');
  return { ...visit, connection };
}

function formPage(
  { url }: Authority,
  { id, record, connection }: ResetVisit,
  errors: { password?: string; repeated?: string },
): Promise<Response> {
  return resetPasswordPage({
    action: `${url}/u/reset-password?ticket=${encodeURIComponent(id)}`,
    identifier: record.profile.email ?? record.profile.username ?? record.profile.name,
    demands: demandsOf(connection),
    errors,
  });
}
