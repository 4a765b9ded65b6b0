import { listUsers } from '#contract/routes.ts';
import { connectionsOf } from '../../policy/policy-connections.ts';
import { searchableFields } from '../../policy/searchable-fields.ts';
import { planPage, readPage } from '../../scope/paging.ts';
import { allOf } from '../../scope/search-lucene.ts';
import { compileSearch, listFilter } from '../../scope/search-query.ts';
import { clauseOf, isEveryone, matchesFilter } from '../../scope/user-filter.ts';
import type { Services } from '../../services.ts';
import type { Auth0Row } from '../../tenant/answers.ts';
import { type Binding, bind } from '../bind.ts';
import { shownIn, summaryOf } from './user-view.ts';

/** One page of the organization's members, by one call of Auth0's search; every row is judged again. */
export function bindListUsers({ config, gateway, recentWrites, cursors }: Services): Binding {
  const fields = searchableFields(config.policy);
  const columns = shownIn(config.policy.fields, ['list']);
  return bind(listUsers, async ({ admin, organization, scope, query, caller }) => {
    const connections = query.q || query.connection ? namesOfConnections(organization) : [];
    const narrowed = listFilter(query, { organization, connections, filters: fields.filter });
    const search = compileSearch(query.q ?? '', { organization, fields: fields.search, connections });
    const filter = [search, isEveryone(narrowed) ? '' : clauseOf(narrowed)].filter((clause) => clause !== '');
    const listing = {
      query,
      scope: scope.query,
      filter: filter.length > 0 ? allOf(filter) : null,
      organization,
      subject: admin.profile.user_id,
    };
    const plan = await planPage(listing, cursors);
    const { q, sort, page, per_page, include_totals } = plan;
    const found = await gateway.searchUsers({ q, sort, page, per_page, include_totals }, caller);
    const { users, ...place } = await readPage(plan, found);
    const holds = (row: Auth0Row) => scope.covers(row) && matchesFilter(narrowed, row);
    const members = users.map(recentWrites.latest).filter(holds);
    // Whoever was just blocked is looked for among the blocked; what was typed, only Auth0's search can judge.
    const isFirst = query.cursor === undefined && search === '';
    const newly = isFirst ? recentWrites.newly(holds).filter(isNotIn(members)) : [];
    return {
      ...place,
      total: place.total + newly.length - (users.length - members.length),
      users: [...newly, ...members].map((row) => summaryOf(row, { organization, fields: columns })),
    };
  });

  /** The vendor's policy is asked only when somebody may have named one. */
  function namesOfConnections(organization: string): string[] {
    return connectionsOf(config.policy, organization).map(({ name }) => name);
  }
}

function isNotIn(rows: readonly Auth0Row[]): (row: Auth0Row) => boolean {
  const ids = new Set(rows.map(({ user_id }) => user_id));
  return ({ user_id }) => !ids.has(user_id);
}
