import type { Management } from 'auth0';
import { z } from 'zod';
import { type Fields, known } from './answers.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';

const clientPage = z.object({
  clients: z.array(
    z.object({ client_id: z.string(), name: z.string().default('') } satisfies Fields<Management.Client>),
  ),
  next: known,
});
export type Auth0Client = z.infer<typeof clientPage>['clients'][number];

/** The tenant's applications. All throw what `Gateway` throws. */
export interface ClientsGateway {
  /** @see https://auth0.com/docs/get-started/applications */
  clients(caller: Caller): Promise<Auth0Client[]>;
}

const pageSize = 100;
const maximumPages = 20;

export function openClients(reader: Reader): ClientsGateway {
  return {
    async clients(caller) {
      const all: Auth0Client[] = [];
      let from: string | undefined;
      for (let page = 0; page < maximumPages; page += 1) {
        const query: Management.ListClientsRequestParameters & { take: number; from?: string } = {
          take: pageSize,
          from,
          fields: 'client_id,name',
          include_fields: true,
        };
        const found = await reader.read(
          { template: '/clients', path: '/clients', query },
          clientPage,
          caller,
        );
        all.push(...(found?.clients ?? []));
        if (found?.next === undefined) break;
        from = found.next;
      }
      return all;
    },
  };
}
