import { setUserBlocked } from '#contract/user-routes.ts';
import type { startProxy } from './start-proxy.ts';

export type Started = Awaited<ReturnType<typeof startProxy>>;

export function block(client: Started['admin'], userId: string, blocked = true): Promise<Response> {
  return client.call(setUserBlocked, { params: { userId }, body: { blocked } });
}

/** All that was written to the tenant, or tried. */
export function writes({ tenant }: Started): string[] {
  return tenant.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}
