import { Hono } from 'hono';
import type { Faults } from './faults.ts';
import type { TenantStore } from './store.ts';

/** A call that the Management API has answered. */
export interface Call {
  method: string;
  /** Below the tenant's url, as it was sent: `/api/v2/users/auth0%7C1`. */
  path: string;
  query: string;
  status: number;
}

export function openManagement(store: TenantStore, options: { url: string; faults: Faults }) {
  const base = new URL(options.url).pathname.replace(/\/$/, '');
  const app = new Hono().basePath(`${base}/api/v2`);
  const calls: Call[] = [];
  app.get('/users/:id', (context) => context.json(store.user(context.req.param('id'))?.profile));
  return {
    calls,
    settle() {},
    async fetch(request: Request): Promise<Response> {
      return app.fetch(request);
    },
  };
}
