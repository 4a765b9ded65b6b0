import type { MemberScope } from '../scope/member-scope.ts';
import { marks } from '../scope/member-scope.ts';
import { allOf, anyOf, quote, term } from '../scope/search-lucene.ts';
import type { Services } from '../services.ts';
import type { Auth0Row } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { type InvitationTrace, type Invited, identifierOf, keyOf } from './invitation-trace.ts';

const pageSize = 100;
const mostPages = 5;

/**
 * The organization's accounts that bear the mark of someone who was added, the newest first: those who wait for their
 * person, and those whose person has come since.
 */
export async function markedPeople(
  scope: MemberScope,
  { gateway }: Pick<Services, 'gateway'>,
  caller: Caller,
): Promise<{ waiting: Auth0Row[]; come: Auth0Row[] }> {
  const rows: Auth0Row[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const search = {
      q: scope.pending.query,
      sort: 'created_at:-1',
      page,
      per_page: pageSize,
      include_totals: true,
    };
    const { users } = await gateway.searchUsers(search, caller);
    rows.push(...users);
    if (users.length < pageSize) break;
  }
  return { waiting: rows.filter(scope.pending.covers), come: rows.filter(scope.covers) };
}

/** An account as the audit log would tell of it. */
export function traceOf(row: Auth0Row): InvitationTrace {
  const { email, username, phone_number } = row;
  const invited: Invited = {
    connection: row.identities[0]?.connection ?? '',
    identifiers: { email, username, phone_number },
  };
  const marked = row.app_metadata?.[marks.invitedAt];
  const at = Date.parse(typeof marked === 'string' ? marked : row.created_at);
  const name = row.name === identifierOf(invited.identifiers) ? undefined : row.name;
  return { ...invited, name, at: Number.isNaN(at) ? 0 : at, by: undefined, addedBy: [] };
}

/** Few enough for the length of an address. */
const askedAtOnce = 20;

/** Which of these have become members: their keys. */
export async function membersAmong(
  invited: readonly Invited[],
  scope: MemberScope,
  { gateway }: Pick<Services, 'gateway'>,
  caller: Caller,
): Promise<Set<string>> {
  const chunks = Array.from({ length: Math.ceil(invited.length / askedAtOnce) }, (_, index) =>
    invited.slice(index * askedAtOnce, (index + 1) * askedAtOnce),
  );
  const found = await Promise.all(
    chunks.map((chunk) => {
      const q = allOf([`(${scope.query})`, anyOf(chunk.map(clauseFor))]);
      return gateway.searchUsers({ q, per_page: pageSize, include_totals: true }, caller);
    }),
  );
  const members = found.flatMap(({ users }) => users.filter(scope.covers));
  const known = new Set(
    members.flatMap(({ email, username, phone_number }) =>
      [email, username, phone_number].flatMap((value) => value?.toLowerCase() ?? []),
    ),
  );
  return new Set(invited.filter((one) => known.has(identifierOf(one.identifiers).toLowerCase())).map(keyOf));
}

function clauseFor({ identifiers }: Invited): string {
  const { email, phone_number, username = '' } = identifiers;
  if (email !== undefined) return term('email', quote(email));
  return phone_number === undefined
    ? term('username', quote(username))
    : term('phone_number', quote(phone_number));
}
