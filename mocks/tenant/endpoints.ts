import { authenticationMethodEndpoints } from './authentication-methods.ts';
import { clientEndpoints } from './clients.ts';
import { connectionEndpoints } from './connections.ts';
import { deviceCredentialEndpoints } from './device-credentials.ts';
import type { Endpoint } from './endpoint.ts';
import { enrollmentEndpoints } from './enrollments.ts';
import type { Faults } from './faults.ts';
import { identityEndpoints } from './identities.ts';
import { jobEndpoints } from './jobs.ts';
import { logEndpoints } from './logs.ts';
import { multifactorEndpoints } from './multifactor.ts';
import { organizationEndpoints } from './organizations.ts';
import { refreshTokenEndpoints } from './refresh-tokens.ts';
import { revokeAccessEndpoint } from './revoke-access.ts';
import { rolePermissionEndpoints, roleUserEndpoints } from './role-members.ts';
import { roleEndpoints } from './roles.ts';
import { sessionEndpoints } from './sessions.ts';
import type { TenantStore } from './store.ts';
import { ticketEndpoints } from './ticket-endpoints.ts';
import { userBlockEndpoints } from './user-blocks.ts';
import { userCreateEndpoint } from './user-create.ts';
import { userListEndpoint } from './user-list.ts';
import { userPermissionEndpoints } from './user-permissions.ts';
import { userRoleEndpoints } from './user-roles.ts';
import type { UserSearch } from './user-search.ts';
import { userUpdateEndpoint } from './user-update.ts';
import { userEndpoints } from './users.ts';

/** Every operation of the Management API that the emulator knows. */
export function endpointsOf(store: TenantStore, search: UserSearch, faults: Faults): Endpoint[] {
  return [
    userListEndpoint(search),
    userCreateEndpoint(store),
    userUpdateEndpoint(store),
    ...userEndpoints(store),
    ...userRoleEndpoints(store),
    ...userPermissionEndpoints(store),
    ...userBlockEndpoints(store),
    ...authenticationMethodEndpoints(store),
    ...enrollmentEndpoints(store),
    ...multifactorEndpoints(store),
    ...identityEndpoints(store),
    ...sessionEndpoints(store, faults),
    ...refreshTokenEndpoints(store, faults),
    revokeAccessEndpoint(store, faults),
    ...deviceCredentialEndpoints(store, faults),
    ...organizationEndpoints(store),
    ...logEndpoints(store),
    ...roleEndpoints(store),
    ...rolePermissionEndpoints(store),
    ...roleUserEndpoints(store),
    ...connectionEndpoints(store),
    ...clientEndpoints(store),
    ...ticketEndpoints(store),
    ...jobEndpoints(store),
  ];
}
