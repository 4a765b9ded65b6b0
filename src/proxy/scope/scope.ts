import { quote } from './search-lucene.ts';

/**
 * Which users exist for an admin: the members of the organization he acts in. Everything here is pure.
 * Names are compared exactly, code unit by code unit: no trimming, no case folding, no Unicode normalisation, so that
 * two customers whose names look alike never meet.
 */

/** What scope needs to know of a user. */
export interface Scoped {
  app_metadata?: Record<string, unknown> | undefined;
}

/**
 * The organizations a profile belongs to, each once and in its order: a name, or a list of names, at
 * `app_metadata[key]`. A list in which anything else stands counts as none, as does an inherited property, and half a
 * character: a search cannot ask for it and would count the members of others.
 */
export function organizationsOf(user: Scoped, key: string): string[] {
  const metadata = user.app_metadata ?? {};
  const value = Object.hasOwn(metadata, key) ? metadata[key] : undefined;
  const names = Array.isArray(value) ? value : [value];
  return names.every(isName) ? [...new Set(names)] : [];
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.isWellFormed();
}

/** Whether the user is a member of the organization. The only judge of that: search merely proposes. */
export function covers(organization: string, key: string, user: Scoped): boolean {
  return organizationsOf(user, key).includes(organization);
}

/**
 * The Lucene text that finds an organization's members and goes around every search. Auth0 skips the array level, so
 * it finds users of several organizations too.
 *
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function scopeQuery(organization: string, key: string): string {
  return `app_metadata.${key}:${quote(organization)}`;
}
