import type { Endpoint } from './endpoint.ts';
import type { TenantStore } from './store.ts';
import { userCreateEndpoint } from './user-create.ts';
import { userListEndpoint } from './user-list.ts';
import type { UserSearch } from './user-search.ts';
import { userUpdateEndpoint } from './user-update.ts';
import { userEndpoints } from './users.ts';

/** Every operation of the Management API that the emulator knows. */
export function endpointsOf(store: TenantStore, search: UserSearch): Endpoint[] {
  return [
    userListEndpoint(search),
    userCreateEndpoint(store),
    userUpdateEndpoint(store),
    ...userEndpoints(store),
  ];
}
