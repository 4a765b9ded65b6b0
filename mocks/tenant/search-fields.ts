import type { UserRecord } from './model.ts';

/** How a field's values compare. */
export type FieldType = 'folded' | 'exact' | 'boolean' | 'number' | 'date' | 'metadata';
export type Scalar = string | number | boolean;

/** What a search may name in items of one kind. */
export interface SearchedFields<Item> {
  /** Null for a field that is not searched. */
  typeOf(field: string): FieldType | null;
  /** Every value; arrays count as their items. */
  valuesOf(item: Item, field: string): Scalar[];
  has(item: Item, field: string): boolean;
  /** Where a word without a field is looked for. */
  bare: string[];
}

/** The fields of a user that can be searched; `folded` ones without regard to case. */
const fieldTypes: Record<string, FieldType> = {
  email: 'folded',
  name: 'folded',
  given_name: 'folded',
  family_name: 'folded',
  nickname: 'folded',
  username: 'exact',
  user_id: 'exact',
  phone_number: 'exact',
  last_ip: 'exact',
  organization_id: 'exact',
  'email.domain': 'folded',
  blocked: 'boolean',
  email_verified: 'boolean',
  phone_verified: 'boolean',
  logins_count: 'number',
  created_at: 'date',
  updated_at: 'date',
  last_login: 'date',
};

/** The type of a field, or null for what Auth0 does not index, such as `picture` or `email.raw`. */
export function fieldTypeOf(field: string): FieldType | null {
  if (/^(app|user)_metadata(\.|$)/.test(field)) return 'metadata';
  if (/^identities\.[\w.]+$/.test(field) || field === 'identities') return 'exact';
  return Object.hasOwn(fieldTypes, field) ? (fieldTypes[field] ?? null) : null;
}

/** Never in `user_metadata`. */
const bareFields = Object.keys(fieldTypes)
  .filter((field) => ['folded', 'exact'].includes(fieldTypes[field] ?? ''))
  .concat(['identities', 'app_metadata']);

/** Every value a user has in a field; arrays count as their items. */
export function valuesOf(record: UserRecord, field: string): Scalar[] {
  const { profile } = record;
  if (field === 'organization_id') return record.organizations ?? [];
  if (field === 'email.domain') return profile.email?.split('@').slice(-1) ?? [];
  const plain = Object.hasOwn(profile, field) ? profile[field as keyof typeof profile] : undefined;
  if (isScalar(plain)) return [plain];
  if (plain === undefined && !field.includes('.')) return [];
  const found: Scalar[] = [];
  const path = field.split('.');
  collect(profile, path, path.length === 1, found);
  return found;
}

/**
 * Walks a dotted path, through arrays. An object at its end has no value of its own; only a field named without a dot
 * (`identities`, and `app_metadata` for a bare word) stands for all below it.
 */
function collect(value: unknown, path: string[], deep: boolean, found: Scalar[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, path, deep, found);
    return;
  }
  const [name, ...rest] = path;
  if (isScalar(value)) {
    if (name === undefined) found.push(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (name === undefined ? deep : key === name) collect(inner, rest, deep, found);
    }
  }
}

/** `_exists_:app_metadata.dept` also holds where `dept` is an object with something in it. */
function hasBelow({ profile }: UserRecord, field: string): boolean {
  let value: unknown = profile;
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax */
export const searchedUserFields: SearchedFields<UserRecord> = {
  typeOf: fieldTypeOf,
  valuesOf,
  has: (record, field) => valuesOf(record, field).length > 0 || hasBelow(record, field),
  bare: bareFields,
};

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
