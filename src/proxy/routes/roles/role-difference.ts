import type { AssignableRole, RoleChange } from '#contract/roles.ts';
import { Problem } from '../../problem.ts';

/** Ids of roles to give and to take. */
export interface RoleDifference {
  give: string[];
  take: string[];
}

/** Auth0 lets a user have so many. */
const mostRoles = 50;

/**
 * What an admin wants changed, applied to what is so now: a role that another admin gave meanwhile stays, and one that
 * he took stays away.
 *
 * @param now - ids of the roles that the user has.
 */
export function roleDifference({ roles, seen }: RoleChange, now: readonly string[]): RoleDifference {
  const wanted = roles.filter((id) => !seen.includes(id) && !now.includes(id));
  const unwanted = seen.filter((id) => !roles.includes(id) && now.includes(id));
  return { give: [...new Set(wanted)], take: [...new Set(unwanted)] };
}

/**
 * @param known - the roles that the admin sees.
 * @throws Problem `role-refused`, the same for a role that is hidden from him and for one that there is not.
 */
export function checkDifference(
  { give, take }: RoleDifference,
  known: readonly AssignableRole[],
  now: readonly string[],
): void {
  for (const id of [...give, ...take]) {
    const role = known.find((candidate) => candidate.id === id);
    const detail = role ? reasonAgainst(role) : 'There is no such role here.';
    if (detail !== null) throw refused(detail);
  }
  if (now.length - take.length + give.length > mostRoles)
    throw refused(`A person can have ${mostRoles} roles.`);
}

const tooHigh = 'This role has rights that you do not have.';

/** Of a role that has got more rights since the admin saw it. */
export function outranked(): Problem {
  return refused(tooHigh);
}

function reasonAgainst({ locked, reason }: AssignableRole): string | null {
  if (locked === 'outranked') return tooHigh;
  if (locked === 'policy') return reason ?? 'Your vendor does not allow this role.';
  return null;
}

function refused(detail: string): Problem {
  return new Problem('role-refused', { detail, errors: [{ pointer: '#/roles', detail }] });
}
