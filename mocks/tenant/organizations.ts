import { type Endpoint, json } from './endpoint.ts';
import { noOrganization } from './errors.ts';
import type { Organization } from './model.ts';
import { anyPage, bothParams, offsetPage, offsetParams } from './pages.ts';
import type { Query } from './query-params.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

/** @see https://auth0.com/docs/manage-users/organizations/organizations-overview */
export function organizationEndpoints(store: TenantStore): Endpoint[] {
  const { organizations } = store.seed;
  const scopes = [['read:organizations']];
  const find = (matches: (organization: Organization) => boolean) => {
    const found = organizations.find(matches);
    if (!found) throw noOrganization();
    return json(found);
  };
  return [
    {
      method: 'GET',
      path: '/organizations',
      scopes,
      query: {
        ...bothParams,
        sort: { type: 'text', pattern: /^(name|display_name|created_at):(1|-1)$/ },
      },
      group: 'organizations_list',
      answer: ({ query }) =>
        json(anyPage(query, 'organizations', sorted(organizations, query), ({ id }) => id)),
    },
    {
      method: 'GET',
      path: '/organizations/name/:name',
      scopes,
      group: 'organizations_read',
      answer: ({ param }) => find(({ name }) => name === param('name')),
    },
    {
      method: 'GET',
      path: '/organizations/:id',
      scopes,
      group: 'organizations_read',
      answer: ({ param }) => find(({ id }) => id === param('id')),
    },
    {
      method: 'GET',
      path: '/users/:id/organizations',
      userId: 'id',
      scopes,
      query: offsetParams,
      group: 'user_organizations',
      answer({ param, query }) {
        const ids = recordOf(store, param('id')).organizations ?? [];
        const rows = ids
          .flatMap((id) => organizations.find((organization) => organization.id === id) ?? [])
          .map(({ metadata: _, ...row }) => row);
        return json(offsetPage(query, 'organizations', rows));
      },
    },
  ];
}

/** Organizations here have no date of creation; their order in the seed stands for it. */
function sorted(organizations: Organization[], query: Query): Organization[] {
  const [field, direction] = query.text('sort')?.split(':') ?? [];
  const rows = [...organizations];
  if (field === 'name' || field === 'display_name')
    rows.sort((one, other) => ((one[field] ?? '') < (other[field] ?? '') ? -1 : 1));
  return direction === '-1' ? rows.reverse() : rows;
}
