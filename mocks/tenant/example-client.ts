import { ManagementClient } from 'auth0';
import { machine } from './example-seed.ts';
import type { Tenant } from './tenant.ts';

/** The official client, which knows nothing of an emulator: only its `fetch` is ours. */
export function officialClient(tenant: Tenant): ManagementClient {
  return new ManagementClient({
    domain: new URL(tenant.url).host,
    clientId: machine.id,
    clientSecret: machine.secret,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => tenant.fetch(new Request(input, init)),
  });
}

/** Asks for page after page. */
export async function everyItem<Item>(page: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of page) items.push(item);
  return items;
}
