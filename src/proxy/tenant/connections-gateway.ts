import type { Management } from 'auth0';
import { type Auth0Connection, connectionClients, connections } from './answers-connections.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';

/** The ways in which people sign in to the tenant. All throw what `Gateway` throws. */
export interface ConnectionsGateway {
  /** Null where there is none of this name. */
  connection(name: string, caller: Caller): Promise<Auth0Connection | null>;
}

/** Strategies whose accounts Auth0 keeps; of the others nothing depends on who may use them. */
const ownAccounts: readonly string[] = ['auth0', 'email', 'sms'];

/** @see https://auth0.com/docs/authenticate/identity-providers/retrieve-connection-options */
export function openConnections(reader: Reader): ConnectionsGateway {
  async function isEnabled(id: string, caller: Caller): Promise<boolean> {
    const query: Management.GetConnectionEnabledClientsRequestParameters = { take: 1 };
    const path = `/connections/${encodeURIComponent(id)}/clients` as const;
    const found = await reader.read(
      { template: '/connections/{id}/clients', path, query },
      connectionClients,
      caller,
    );
    return (found?.clients.length ?? 0) > 0;
  }

  return {
    async connection(name, caller) {
      const query: Management.ListConnectionsQueryParameters = { name };
      const read = { template: '/connections', path: '/connections', query } as const;
      const found = await reader.read(read, connections, caller);
      const named = found?.find((connection) => connection.name === name);
      if (!named) return null;
      const { enabled_clients: known = [], ...connection } = named;
      const isOutside = !ownAccounts.includes(connection.strategy);
      const enabled = isOutside || known.length > 0 || (await isEnabled(connection.id, caller));
      return { ...connection, enabled };
    },
  };
}
