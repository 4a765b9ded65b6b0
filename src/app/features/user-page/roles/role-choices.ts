import type { AssignableRole } from '#contract/roles.ts';

export interface HeldRole {
  id: string;
  name: string;
  description?: string;
}

/** A role as the admin sees it: `hidden` is one that the person holds, and the admin's list does not show. */
export interface RoleChoice extends HeldRole {
  held: boolean;
  locked?: 'outranked' | 'policy' | 'hidden';
  reason?: string;
}

/** What the admin wants changed, by the roles' ids: true to give, false to take. */
export type Wishes = ReadonlyMap<string, boolean>;

/** All roles there are to see, by name. */
export function choicesOf(listed: readonly AssignableRole[], held: readonly HeldRole[]): RoleChoice[] {
  const holds = new Set(held.map(({ id }) => id));
  const known = new Set(listed.map(({ id }) => id));
  const hidden = held.filter(({ id }) => !known.has(id));
  return [
    ...listed.map((role) => ({ ...role, held: holds.has(role.id) })),
    ...hidden.map((role) => ({ ...role, held: true, locked: 'hidden' as const })),
  ].sort((a, b) => a.name.localeCompare(b.name));
}

/** What would really change: someone else may have done a part of it since. */
export function changesIn(choices: readonly RoleChoice[], wishes: Wishes) {
  const differs = ({ id, held, locked }: RoleChoice) => !locked && (wishes.get(id) ?? held) !== held;
  const changed = choices.filter(differs);
  return { given: changed.filter(({ held }) => !held), taken: changed.filter(({ held }) => held) };
}
