import { useState } from 'react';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { ConnectionRules } from '#contract/create-user.ts';
import type { Way } from './new-person.ts';

/** The ways in which a new person of this connection can get in the first time, and the one that is chosen. */
export function useWays(rules: ConnectionRules, first: Way = 'invite') {
  const { can, me } = useOrganization();
  const { creation } = me.settings;
  const [wanted, setWay] = useState<Way>(first);
  const ways: Way[] = [];
  if (rules.password === null) ways.push('code');
  else {
    if (creation.includes('invite') && rules.email !== 'none') ways.push('invite');
    if (creation.includes('password') && can('set:passwords')) ways.push('password');
  }
  const way = ways.includes(wanted) ? wanted : (ways[0] ?? 'invite');
  return { ways, way, setWay };
}
