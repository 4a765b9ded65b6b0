import type { Auth0Row } from '../tenant/answers.ts';
import { allOf, anyOf, encodedLength, exists, not, quote, term } from './search-lucene.ts';

/**
 * A narrowing of who exists, as a tree: written as Lucene for Auth0's search, and asked of one profile. Both say the
 * same, so that whoever is not listed is nowhere else either.
 */
export type UserFilter =
  | { readonly kind: 'is'; readonly path: UserFilterPath; readonly value: string | number | boolean }
  | { readonly kind: 'exists'; readonly path: UserFilterPath }
  | { readonly kind: 'all' | 'any'; readonly of: readonly UserFilter[] }
  | { readonly kind: 'not'; readonly of: UserFilter };

/** What Auth0 searches and every row of a list carries; in metadata, the first level. */
export type UserFilterPath = keyof typeof rootPaths | `app_metadata.${string}` | `user_metadata.${string}`;

/** What a filter asks about a user. */
export type Filtered = Partial<
  Pick<
    Auth0Row,
    | 'app_metadata'
    | 'user_metadata'
    | 'user_id'
    | 'email'
    | 'email_verified'
    | 'username'
    | 'name'
    | 'blocked'
    | 'logins_count'
    | 'identities'
  >
>;

/** `folded` ones are searched without regard to case; a `flag` and a `count` are absent until they are first set. */
export const rootPaths = {
  user_id: 'exact',
  username: 'exact',
  email: 'folded',
  'email.domain': 'folded',
  name: 'folded',
  blocked: 'flag',
  email_verified: 'flag',
  logins_count: 'count',
  'identities.connection': 'exact',
} as const satisfies Record<string, 'exact' | 'folded' | 'flag' | 'count'>;

const metadataPath = /^(app|user)_metadata\.(?!__proto__$)[A-Za-z_][A-Za-z0-9_]{0,62}$/;

export function isFilterPath(path: string): path is UserFilterPath {
  return Object.hasOwn(rootPaths, path) || metadataPath.test(path);
}

/** Whether it takes nobody away, so that no search needs to hear of it. */
export function isEveryone(filter: UserFilter): boolean {
  return filter.kind === 'all' && filter.of.every(isEveryone);
}

/** Scope, search and paging need room in the address as well. */
const maximumEncodedLength = 2000;

/**
 * Lucene for the tree: one clause or one balanced group.
 *
 * @throws RangeError when it is too long for a search.
 */
export function filterQuery(filter: UserFilter): string {
  const lucene = clauseOf(filter);
  if (encodedLength(lucene) > maximumEncodedLength) throw new RangeError('The filter is too long');
  return lucene;
}

const everyone = exists('user_id');

/** As `filterQuery`, however long it is. */
export function clauseOf(filter: UserFilter): string {
  switch (filter.kind) {
    case 'all':
      return filter.of.length > 0 ? allOf(filter.of.map(clauseOf)) : everyone;
    case 'any':
      return filter.of.length > 0 ? anyOf(filter.of.map(clauseOf)) : not(everyone);
    case 'not':
      return not(clauseOf(filter.of));
    case 'exists':
      return exists(filter.path);
    case 'is':
      return isClause(filter.path, filter.value);
  }
}

function isClause(path: UserFilterPath, value: string | number | boolean): string {
  const text = String(value);
  if (kindOf(path) === 'flag') {
    const isSet = term(path, 'true');
    return text === 'true' ? isSet : not(isSet);
  }
  if (kindOf(path) === 'count') return term(path, text);
  // Auth0 tells the number 5 from the text "5".
  const isTyped = kindOf(path) === 'metadata' && typedForm.test(text);
  return isTyped ? anyOf([term(path, quote(text)), term(path, text)]) : term(path, quote(text));
}

/** What Lucene reads without quotes. */
export const typedForm = /^(true|false|\d{1,15}(\.\d{1,15})?)$/;

/** Whether the user is one of those whom the tree means. */
export function matchesFilter(filter: UserFilter, user: Filtered): boolean {
  switch (filter.kind) {
    case 'all':
      return filter.of.every((part) => matchesFilter(part, user));
    case 'any':
      return filter.of.some((part) => matchesFilter(part, user));
    case 'not':
      return !matchesFilter(filter.of, user);
    case 'exists':
      return isThere(valueAt(user, filter.path));
    case 'is':
      return isValue(filter.path, valueAt(user, filter.path), String(filter.value));
  }
}

function isValue(path: UserFilterPath, stored: unknown, wanted: string): boolean {
  const kind = kindOf(path);
  if (kind === 'flag') return (stored === true) === (wanted === 'true');
  const fold = (text: string) => (kind === 'folded' ? text.toLowerCase() : text);
  return scalarsIn(stored).some((value) => fold(String(value)) === fold(wanted));
}

function kindOf(path: UserFilterPath): (typeof rootPaths)[keyof typeof rootPaths] | 'metadata' {
  return isRoot(path) ? rootPaths[path] : 'metadata';
}

export function isRoot(path: string): path is keyof typeof rootPaths {
  return Object.hasOwn(rootPaths, path);
}

function valueAt(user: Filtered, path: UserFilterPath): unknown {
  if (path === 'identities.connection') return user.identities?.map(({ connection }) => connection);
  if (path === 'email.domain') return user.email?.slice(user.email.lastIndexOf('@') + 1);
  const [part = '', key] = path.split('.');
  const holder = key === undefined ? user : part === 'app_metadata' ? user.app_metadata : user.user_metadata;
  return Object.getOwnPropertyDescriptor(holder ?? {}, key ?? part)?.value;
}

function scalarsIn(value: unknown): (string | number | boolean)[] {
  if (Array.isArray(value)) return value.flatMap(scalarsIn);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [];
}

/** Auth0 does not index null, nor what is empty. */
function isThere(value: unknown): boolean {
  if (scalarsIn(value).length > 0) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
