import type { UserFilter, UserFilterPath } from '../scope/user-filter.ts';

/**
 * The parts of which a policy's `filter` is made:
 *
 *     filter: ({ admin }) => field('app_metadata.department').is(String(admin.app_metadata.department)),
 */
export function field<Path extends UserFilterPath>(path: Path) {
  return {
    /**
     * Letter by letter, but for email, its domain and name, whose case Auth0 does not tell apart. In metadata the
     * text `5` and the number 5 are the same, and a list is each of its items.
     */
    is: (value: string | number | boolean): UserFilter => ({ kind: 'is', path, value }),
    /** Any of these; of none, nobody. */
    isOneOf: (values: readonly (string | number | boolean)[]): UserFilter =>
      anyOf(...values.map((value): UserFilter => ({ kind: 'is', path, value }))),
    /** There is something: no null, no empty list. */
    exists: (): UserFilter => ({ kind: 'exists', path }),
  };
}

/** Whoever matches all of them; of none, everyone. */
export function allOf(...of: readonly UserFilter[]): UserFilter {
  return { kind: 'all', of };
}

/** Whoever matches one of them; of none, nobody. */
export function anyOf(...of: readonly UserFilter[]): UserFilter {
  return { kind: 'any', of };
}

export function not(of: UserFilter): UserFilter {
  return { kind: 'not', of };
}

/** Every member of the organization. */
export const everyone: UserFilter = allOf();

/** For an admin who shall see nobody. */
export const nobody: UserFilter = anyOf();
