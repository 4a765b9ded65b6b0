import type { FieldError } from '#contract/problem.ts';
import type { ProfileEdit } from '#contract/profile-edit.ts';
import { profileAttribute } from '#contract/user.ts';
import { bodyPointer } from '../../http/field-errors.ts';
import { readFields } from '../../policy/field-reading.ts';
import type { PolicyField } from '../../policy/policy-field.ts';
import { Problem } from '../../problem.ts';
import type { Auth0User } from '../../tenant/answers.ts';

/**
 * Holds an edit against the user as he is now: what is neither as the admin saw it nor as he wants it has been changed by
 * someone else.
 *
 * @throws Problem `changed-meanwhile` with a pointer for each.
 */
export function refuseConflicts(
  user: Auth0User,
  { changes, seen }: ProfileEdit,
  declared: readonly PolicyField[],
): void {
  const { fields = {}, ...attributes } = changes;
  const now = readFields(user, declared);
  const errors: FieldError[] = [];
  const hold = (path: string[], [current, wanted, before]: [unknown, unknown, unknown]) => {
    if (isSame(current, wanted) || isSame(current, before)) return;
    const pointer = bodyPointer(['changes', ...path]);
    errors.push({ pointer, detail: 'Someone else has changed this meanwhile.' });
  };

  for (const name of profileAttribute.options) {
    if (attributes[name] !== undefined) hold([name], [user[name], attributes[name], seen[name]]);
  }
  for (const [name, wanted] of Object.entries(fields)) {
    hold(['fields', name], [own(now, name), wanted, own(seen.fields, name)]);
  }
  if (errors.length > 0) throw new Problem('changed-meanwhile', { errors });
}

function own(values: Readonly<Record<string, unknown>> | undefined, name: string): unknown {
  return values && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Null, absence, an empty text and an empty list all say that there is nothing. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(present(one)) === JSON.stringify(present(other));
}

function present(value: unknown): unknown {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  return isEmpty ? null : value;
}
