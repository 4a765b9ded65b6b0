import type { Auth0Connection } from './answers-connections.ts';
import type { Caller } from './caller.ts';
import type { Gateway } from './gateway.ts';
import { keptRead } from './kept-read.ts';
import type { Auth0Role } from './roles-gateway.ts';

/** What is so in the whole tenant, for everybody; at most 60 s old. All throw what `Gateway` throws. */
export interface TenantFacts {
  /** Names of applications by their client ids. */
  applicationNames(caller: Caller): Promise<ReadonlyMap<string, string>>;
  /** In the tenant's own order. */
  roles(caller: Caller): Promise<readonly Auth0Role[]>;
  /** By its name; null where there is none. */
  connection(name: string, caller: Caller): Promise<Auth0Connection | null>;
  /** What a role allows at our API; null for one that is gone. */
  rightsOf(roleId: string, caller: Caller): Promise<readonly string[] | null>;
}

/** Auth0 lets a tenant have so many. */
const maximumRoles = 1_000;

/** Vendors may have one for each customer. */
const maximumConnections = 2_000;

export function openTenantFacts(
  gateway: Gateway,
  { audience }: { audience: string },
  world: { now: () => number; deadlineMs: number },
): TenantFacts {
  const names = keptRead(async (caller) => {
    const clients = await gateway.clients(caller);
    return new Map(clients.map(({ client_id, name }) => [client_id, name]));
  }, world);
  const roles = keptRead((caller) => gateway.tenantRoles(caller), world);
  const rights = keptRead((caller, roleId) => gateway.rolePermissions(roleId, audience, caller), {
    ...world,
    maximum: maximumRoles,
  });
  const connections = keptRead((caller, name) => gateway.connection(name, caller), {
    ...world,
    maximum: maximumConnections,
  });
  return {
    applicationNames: (caller) => names(caller),
    roles: (caller) => roles(caller),
    connection: (name, caller) => connections(caller, name),
    rightsOf: (roleId, caller) => rights(caller, roleId),
  };
}
