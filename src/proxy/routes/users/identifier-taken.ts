import type { Identifier } from '../../accounts/connection-attributes.ts';
import { bodyPointer } from '../../http/field-errors.ts';
import { Problem } from '../../problem.ts';
import type { MemberScope } from '../../scope/member-scope.ts';
import { quote } from '../../scope/search-lucene.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';

/**
 * Says why an email, a username or a phone number could not be given to a member. That it is taken cannot be hidden; who
 * has it is told only of a member of the same organization, found by the same call as nobody is.
 *
 * @throws Problem `identifier-taken`, or the error.
 */
export function takenHere(
  wanted: Partial<Record<Identifier, string>>,
  { scope, caller }: { scope: MemberScope; caller: Caller },
  { gateway }: Pick<Services, 'gateway'>,
): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!(error instanceof Problem) || error.type !== 'identifier-taken') throw error;
    const [name = '', value = ''] = Object.entries(wanted)[0] ?? [];
    const q = `${scope.query} AND ${name}:${quote(value)}`;
    // To say who has it is a kindness; that it cannot be used is the answer.
    const found = await gateway
      .searchUsers({ q, per_page: 10, include_totals: true }, caller)
      .catch(() => ({ users: [] }));
    const isHere = found.users.some((user) => scope.covers(user));
    const detail = isHere ? 'Another member of your organization has this already.' : 'This cannot be used.';
    throw new Problem('identifier-taken', {
      errors: [{ pointer: bodyPointer([name]), detail }],
      cause: error.cause,
    });
  };
}
