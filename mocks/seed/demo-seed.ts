import type { Seed } from '#tenant/model.ts';
import { clientsFor } from './clients.ts';
import { connections } from './connections.ts';
import { personas, personOf } from './demo-people.ts';
import { demoPassword } from './names.ts';
import { auth0Organizations } from './organizations.ts';
import { recordOf } from './person.ts';
import { resourceServers, roles } from './roles.ts';

export interface SeedOptions {
  /** The addresses at which the app is served: allowed callbacks, logout addresses and web origins. */
  spaUrls: string[];
  /** Where the tenant is served, without a slash at the end. */
  tenantUrl?: string;
  /** How many members Acme has in all. */
  size?: number;
  /** Epoch milliseconds; all dates are counted back from the start of this day in UTC. Left out: a fixed day. */
  now?: number;
}

const dayMs = 86_400_000;
const someDay = Date.parse('2026-10-01');

/** The tenant of the demo and of the tests. The same options give the same tenant, on every machine. */
export function demoSeed(options: SeedOptions): Seed {
  const now = options.now ?? someDay;
  const today = now - (now % dayMs);
  return {
    ...noUsersSeed(options),
    users: personas.map((persona, number) => recordOf(personOf(persona, number), today)),
  };
}

/** A tenant that is set up and has no users yet. */
export function noUsersSeed(options: SeedOptions): Seed {
  return {
    clients: clientsFor(options.spaUrls, options.tenantUrl ?? 'http://localhost:4400'),
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
