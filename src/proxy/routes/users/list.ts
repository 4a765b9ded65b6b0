import { listUsers } from '#contract/routes.ts';
import type { UserListQuery } from '#contract/search.ts';
import { connectionsOf } from '../../policy/policy-connections.ts';
import { searchableFields } from '../../policy/searchable-fields.ts';
import { planPage, readPage } from '../../scope/paging.ts';
import { compileFilters, compileSearch } from '../../scope/search-query.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { shownIn, summaryOf } from './user-view.ts';

/** One page of the organization's members, by one call of Auth0's search; every row is judged again. */
export function bindListUsers({ config, gateway, recentWrites, cursors }: Services): Binding {
  const fields = searchableFields(config.policy);
  const columns = shownIn(config.policy.fields, ['list']);
  return bind(listUsers, async ({ admin, organization, scope, query, caller }) => {
    const filter = filterOf(query, organization);
    const listing = { query, scope: scope.query, filter, organization, subject: admin.profile.user_id };
    const plan = await planPage(listing, cursors);
    const { q, sort, page, per_page, include_totals } = plan;
    const found = await gateway.searchUsers({ q, sort, page, per_page, include_totals }, caller);
    const { users, ...place } = await readPage(plan, found);
    const members = users.map(recentWrites.latest).filter(scope.covers);
    return { ...place, users: members.map((row) => summaryOf(row, { organization, fields: columns })) };
  });

  function filterOf({ q = '', ...narrowed }: UserListQuery, organization: string): string | null {
    const connections = connectionsOf(config.policy, organization).map(({ name }) => name);
    const search = compileSearch(q, { organization, fields: fields.search, connections });
    const filters = compileFilters(narrowed, { organization, connections, filters: fields.filter });
    const clauses = [search, ...filters].filter((clause) => clause !== '');
    return clauses.length > 0 ? clauses.map((clause) => `(${clause})`).join(' AND ') : null;
  }
}
