import type { UserListQuery } from '#contract/search.ts';
import { createCursorCodec } from '#proxy/scope/cursor.ts';
import { planPage, type ReadPage, readPage, type UserListing } from '#proxy/scope/paging.ts';
import type { TenantUser, UserRecord } from '#tenant/model.ts';
import { type Ask, startSearchableTenant } from './searchable-tenant.ts';

export const codec = createCursorCodec('a secret of more than thirty-two characters');
const noon = Date.parse('2026-01-01T12:00:00.000Z');

/** A member of Acme, made so many milliseconds before noon. */
export function member(number: number, madeBefore: number, organization = 'Acme'): UserRecord {
  const id = String(number).padStart(24, '0');
  const time = new Date(noon - madeBefore).toISOString();
  return {
    profile: {
      user_id: `auth0|${id}`,
      identities: [{ connection: 'Database', provider: 'auth0', user_id: id, isSocial: false }],
      created_at: time,
      updated_at: time,
      name: `Person ${number % 7}`,
      email: `person-${number}@acme.example`,
      app_metadata: { organization },
    },
  };
}

export async function startTenant(users: UserRecord[]) {
  const { tenant, ask } = await startSearchableTenant(users);
  return {
    tenant,
    list: (query: UserListQuery, change?: Partial<UserListing>) => list(ask, query, change),
  };
}

export const listing: Omit<UserListing, 'query'> = {
  scope: 'app_metadata.organization:"Acme"',
  filter: null,
  subject: 'auth0|admin',
  organization: 'Acme',
};

export type Page = ReadPage<TenantUser>;

async function list(ask: Ask, query: UserListQuery, change?: Partial<UserListing>): Promise<Page> {
  const plan = await planPage({ ...listing, query, ...change }, codec);
  const { q, sort, page, per_page, include_totals } = plan;
  return readPage(plan, await ask({ q, sort, page, per_page, include_totals }));
}

type List = (query: UserListQuery) => Promise<Page>;

export async function walk(
  list: List,
  query: UserListQuery,
  from: Page,
  way: 'next' | 'previous',
): Promise<Page[]> {
  const pages = [from];
  for (let page = from; page[way] !== null; ) {
    page = await list({ ...query, cursor: page[way] });
    pages.push(page);
    if (pages.length > 200) throw new Error('The walk does not end');
  }
  return pages;
}

export function idsOf(pages: Page[]): string[] {
  return pages.flatMap(({ users }) => users.map((user) => user.user_id));
}
