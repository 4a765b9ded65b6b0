import { getCreationOptions } from '#contract/create-user.ts';
import { connectionRules } from '../../accounts/connection-rules.ts';
import { inLanguage } from '../../policy/local-text.ts';
import { connectionsOf } from '../../policy/policy-connections.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { offerAdding } from './offer-adding.ts';

/** What adding a person takes: the connections that keep accounts in Auth0, and the vendor's choices. */
export function bindGetCreationOptions(services: Services): Binding {
  const { config, facts, rules } = services;
  return bind(getCreationOptions, async ({ admin, organization, caller, languages }) => {
    const asking = { admin, organization };
    const named = connectionsOf(config.policy, organization);
    const [connections, memberships] = await Promise.all([
      Promise.all(
        named.map(async ({ name, label }) => ({ label, found: await facts.connection(name, caller) })),
      ),
      rules.memberships(asking),
    ]);
    return {
      connections: connections.flatMap(({ label, found }) => (found ? [connectionRules(found, label)] : [])),
      memberships: (memberships?.choices ?? []).map(({ value, label }) => ({
        value,
        label: inLanguage(label, languages),
      })),
      membershipRequired: memberships?.required ?? false,
      membershipSeveral: memberships?.several ?? false,
      membershipLabel: memberships ? inLanguage(memberships.label, languages) : undefined,
      adding: await offerAdding(asking, services),
    };
  });
}
