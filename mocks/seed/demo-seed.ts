import type { BruteForceBlock, Seed, UserRecord } from '#tenant/model.ts';
import { clientsFor } from './clients.ts';
import { connections } from './connections.ts';
import { crowdOf } from './crowd.ts';
import { personas } from './demo-people.ts';
import { knownPeople, organizationsOf } from './known-people.ts';
import { logsBefore } from './logs.ts';
import { demoPassword } from './names.ts';
import {
  auth0Organizations,
  defaultSize,
  type OrganizationPlan,
  organizationPlans,
} from './organizations.ts';
import { resourceServers, roles } from './roles.ts';

export interface SeedOptions {
  /** The addresses at which the app is served: allowed callbacks, logout addresses and web origins. */
  spaUrls: string[];
  /** How many members Acme has in all, those known by name among them; never fewer than the demo people. */
  size?: number;
  /** Epoch milliseconds; all dates are counted back from the start of this day in UTC. Left out: a fixed day. */
  now?: number;
}

const dayMs = 86_400_000;
const someDay = Date.parse('2026-10-01');

/**
 * The tenant of the demo and of the tests. The same options give the same tenant on every machine; another day moves
 * its dates and changes no id, another size adds people and changes none.
 */
export function demoSeed(options: SeedOptions): Seed {
  const { now = someDay, size = defaultSize } = options;
  const today = now - (now % dayMs);
  const users = knownPeople(size, today);
  let made: UserRecord[] | undefined;
  const everyoneElse = () => {
    made ??= crowd(organizationPlans(size), users, today);
    return made;
  };
  return {
    ...noUsersSeed(options),
    users,
    crowd: everyoneElse,
    logsOf: logsBefore(today, blocksIn(users, everyoneElse)),
  };
}

function crowd(plans: OrganizationPlan[], known: UserRecord[], today: number): UserRecord[] {
  const taken = new Set(known.flatMap(({ profile }) => profile.email ?? []));
  return plans.flatMap((plan) => {
    const members = known.filter(({ profile }) => organizationsOf(profile).includes(plan.name));
    return crowdOf(plan, plan.members - members.length, today, taken);
  });
}

/** Looks in the crowd only for somebody who is not among those known by name. */
function blocksIn(users: UserRecord[], everyoneElse: () => UserRecord[]) {
  const known = blocksById(users);
  let others: Map<string, BruteForceBlock[]> | undefined;
  return (userId: string): readonly BruteForceBlock[] => {
    const found = known.get(userId);
    if (found) return found;
    others ??= blocksById(everyoneElse());
    return others.get(userId) ?? [];
  };
}

function blocksById(users: UserRecord[]) {
  return new Map(users.map(({ profile, bruteForceBlocks = [] }) => [profile.user_id, bruteForceBlocks]));
}

/** A tenant that is set up and has no users yet. */
export function noUsersSeed(options: SeedOptions): Seed {
  return {
    clients: clientsFor(options.spaUrls),
    connections,
    resourceServers,
    roles,
    organizations: auth0Organizations,
    users: [],
  };
}

export interface DemoPerson {
  name: string;
  email: string;
  password: string;
  /** Empty for someone who is no admin. */
  role: string;
  organizations: readonly string[];
  note?: string;
}

/** The table that is printed at the start: whom to sign in as, and what each is good for. */
export const demoPeople: readonly DemoPerson[] = personas.map(
  ({ name, email, organization, role, note }) => ({
    name,
    email,
    password: demoPassword,
    role: role ?? '',
    organizations: [organization].flat(),
    note,
  }),
);
