import type { Route } from './route.ts';
import { getMe, getUser, listUsers, setUserBlocked } from './routes.ts';

/**
 * Every route of the API: the proxy binds them all, the OpenAPI document lists them, attacks walk them. The browser
 * does not import this: each screen loads the routes that it needs.
 */
export const routes: readonly Route[] = [getMe, listUsers, getUser, setUserBlocked];
