import { createServer, type RequestListener, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Tenant } from '#tenant/tenant.ts';
import { isList } from './canned-list.ts';

/** A tenant over HTTP whose lists are canned, so that a proxy before it is what limits the throughput. */
export function serveCanned(tenant: Tenant, list: string, port: number): Promise<Server> {
  const others = getRequestListener((request) => tenant.fetch(request));
  const body = Buffer.from(list);
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const answer: RequestListener = (request, response) => {
    if (!isList(request.url ?? '')) return void others(request, response);
    response.writeHead(200, headers);
    response.end(body);
  };
  return new Promise((resolve, reject) => {
    const server = createServer(answer);
    server.once('error', reject);
    server.listen(port, () => resolve(server));
  });
}
