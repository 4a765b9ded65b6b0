import * as z from 'zod/mini';

/**
 * The fields an admin may name in a search, and what they hold. Fields that the vendor declares (see `Settings`)
 * join them by their names.
 *
 * - `text`: matched without regard to case, `*` allowed
 * - `exact`: matched as it stands, `*` allowed
 * - `boolean`, `number`, `date`: the last two take ranges, `[2026-01-01 TO *]`
 * - `status`, `connection`: resolved by the proxy
 *
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export const searchFields = {
  name: 'text',
  email: 'text',
  given_name: 'text',
  family_name: 'text',
  nickname: 'text',
  username: 'exact',
  phone_number: 'exact',
  user_id: 'exact',
  last_ip: 'exact',
  status: 'status',
  connection: 'connection',
  blocked: 'boolean',
  email_verified: 'boolean',
  logins_count: 'number',
  last_login: 'date',
  created_at: 'date',
  updated_at: 'date',
} as const satisfies Record<
  string,
  'text' | 'exact' | 'status' | 'connection' | 'boolean' | 'number' | 'date'
>;

/**
 * What a list can be narrowed to. A person may be several at once: blocked and never signed in.
 * `active` is everyone who is not blocked by an administrator.
 */
export const userStatus = z.enum(['active', 'blocked', 'unverified', 'never-signed-in', 'leaving']);
export type UserStatus = z.infer<typeof userStatus>;

/** The orders that Auth0 can give; `-1` is descending. */
export const userSort = z.enum([
  'created_at:-1',
  'created_at:1',
  'last_login:-1',
  'last_login:1',
  'logins_count:-1',
  'logins_count:1',
  'name:1',
  'name:-1',
  'email:1',
  'email:-1',
]);
export type UserSort = z.infer<typeof userSort>;

export const defaultUserSort: UserSort = 'created_at:-1';

export const pageSize = z.enum(['25', '50', '100']);
export type PageSize = z.infer<typeof pageSize>;

export const defaultPageSize: PageSize = '50';

/** The longest search text, in UTF-16 code units. */
export const maximumSearchLength = 500;

/** How many declared fields a list can be narrowed by at once. */
export const maximumFieldFilters = 5;

/**
 * `filter` as it stands in the query: `department:Sales;plan:team`, each name and value percent-encoded by itself.
 * Empty for no filter.
 *
 * @param filters - values by the names of fields that show in `filter`: an option's value, or `true` or `false`.
 */
export function writeFieldFilters(filters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(filters).map((pair) => pair.map(encodeURIComponent).join(':'));
  return pairs.join(';');
}

/** The filters in a text that `writeFieldFilters` gave; null for any other text. */
export function readFieldFilters(text: string): Record<string, string> | null {
  if (text === '') return {};
  const pairs = text.split(';').map((pair) => pair.split(':'));
  try {
    const read = pairs.map(([name = '', value = '', ...rest]) => {
      if (name === '' || value === '' || rest.length > 0) throw new URIError('no pair');
      return [decodeURIComponent(name), decodeURIComponent(value)] as const;
    });
    const filters = Object.fromEntries(read);
    return Object.keys(filters).length === read.length ? filters : null;
  } catch {
    return null;
  }
}

export const userListQuery = z.strictObject({
  q: z.optional(z.string().check(z.maxLength(maximumSearchLength))),
  status: z.optional(userStatus),
  connection: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
  /** Declared fields: see `writeFieldFilters`. */
  filter: z.optional(z.string().check(z.maxLength(2000))),
  sort: z.optional(userSort),
  per_page: z.optional(pageSize),
  /** From `next` or `previous` of an earlier answer to the same search. */
  cursor: z.optional(z.string().check(z.maxLength(8192))),
});
export type UserListQuery = z.infer<typeof userListQuery>;
