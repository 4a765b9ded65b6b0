import { blocksOf } from './brute-force-block.ts';
import { type Endpoint, json, noContent } from './endpoint.ts';
import type { BruteForceBlock, UserRecord } from './model.ts';
import type { Param, Query } from './query-params.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

const considering: Record<string, Param> = {
  consider_brute_force_enablement: {
    type: 'boolean',
    description: 'If true, brute force protection must be enabled for blocks to be returned.',
  },
};
const identifier: Record<string, Param> = {
  identifier: {
    type: 'text',
    required: true,
    description: 'Should be any of a username, phone number, or email.',
  },
};

/**
 * Blocks of brute-force protection. They and the administrator's `blocked` do not touch each other.
 *
 * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export function userBlockEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/user-blocks/:id',
      userId: 'id',
      scopes: [['read:users']],
      query: considering,
      group: 'global',
      answer: ({ param, query }) =>
        json({ blocked_for: shownBlocks(store, recordOf(store, param('id')), query) }),
    },
    {
      method: 'DELETE',
      path: '/user-blocks/:id',
      userId: 'id',
      scopes: [['update:users']],
      group: 'global',
      operation: 'Unblock a user',
      answer({ param }) {
        store.saveUser({ ...recordOf(store, param('id')), bruteForceBlocks: [] });
        return noContent();
      },
    },
    {
      method: 'GET',
      path: '/user-blocks',
      scopes: [['read:users']],
      query: { ...identifier, ...considering },
      group: 'global',
      answer({ query }) {
        const wanted = query.text('identifier');
        const found = recordsBlocked(store, wanted).flatMap((record) => shownBlocks(store, record, query));
        return json({ blocked_for: found.filter((block) => block.identifier === wanted) });
      },
    },
    {
      method: 'DELETE',
      path: '/user-blocks',
      scopes: [['update:users']],
      query: identifier,
      group: 'global',
      operation: 'Unblock a user by identifier',
      answer({ query }) {
        const wanted = query.text('identifier');
        for (const record of recordsBlocked(store, wanted)) {
          const bruteForceBlocks = record.bruteForceBlocks?.filter((block) => block.identifier !== wanted);
          store.saveUser({ ...record, bruteForceBlocks });
        }
        return noContent();
      },
    },
  ];
}

function recordsBlocked(store: TenantStore, identifier: string | undefined): UserRecord[] {
  const found: UserRecord[] = [];
  for (const record of store.peek.all())
    if (record.bruteForceBlocks?.some((block) => block.identifier === identifier)) found.push(record);
  return found;
}

function shownBlocks(store: TenantStore, record: UserRecord, query: Query): BruteForceBlock[] {
  const name = record.profile.identities[0]?.connection ?? '';
  const off = store.connection(name)?.options.brute_force_protection === false;
  if (off && query.flag('consider_brute_force_enablement')) return [];
  return blocksOf(record, store.now()).map(({ last_failure_at: _, ...block }) => block);
}
