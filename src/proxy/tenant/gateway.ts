import type { Management } from 'auth0';
import type { z } from 'zod';
import { Problem } from '../problem.ts';
import { type AccessGateway, openAccess } from './access-gateway.ts';
import {
  type Auth0Admin,
  type Auth0AuthenticationMethod,
  type Auth0LogEntry,
  type Auth0Rows,
  type Auth0User,
  auth0Admin,
  auth0Row,
  auth0Rows,
  auth0User,
  authenticationMethods,
  blocks,
  logEntries,
  permissions,
  roles,
} from './answers.ts';
import type { Caller } from './caller.ts';
import { type ClientsGateway, openClients } from './clients-gateway.ts';
import { type ConnectionsGateway, openConnections } from './connections-gateway.ts';
import { type FactorsGateway, openFactors } from './factors-gateway.ts';
import { type IdentitiesGateway, openIdentities } from './identities-gateway.ts';
import type { Read, Reader } from './reader.ts';
import type { Refusal } from './refusals.ts';
import { openRoles, type RolesGateway } from './roles-gateway.ts';
import { UpstreamFailure } from './upstream-failure.ts';
import { idSegment } from './user-id.ts';
import { ofUser } from './user-path.ts';
import { openUserWrites, type UserWritesGateway } from './user-writes-gateway.ts';
import { openUsersByEmail, type UsersByEmailGateway } from './users-by-email-gateway.ts';

/**
 * The Management API as Steward needs it: reads and writes of users by id, every answer parsed. It knows nothing of
 * scope: whoever calls it judges what comes back.
 *
 * All throw Problem `busy`, `auth0-unavailable` or `auth0-refused`.
 *
 * @see https://auth0.com/docs/api/management/v2
 */
export interface Gateway
  extends AccessGateway,
    ClientsGateway,
    ConnectionsGateway,
    FactorsGateway,
    IdentitiesGateway,
    RolesGateway,
    UsersByEmailGateway,
    UserWritesGateway {
  /** Null for a missing user, and for an id that no user can have: both ask Auth0 once. */
  user(id: string, caller: Caller, options?: { fresh?: boolean }): Promise<Auth0User | null>;
  admin(id: string, caller: Caller): Promise<Auth0Admin | null>;
  /** All that the user may do at the API, directly and by roles; null for a missing user. */
  permissions(
    id: string,
    audience: string,
    caller: Caller,
    options?: { fresh?: boolean },
  ): Promise<string[] | null>;
  /** Throws Problem `invalid-search` as well, when Auth0 gives up looking. */
  searchUsers(search: Management.ListUsersRequestParameters, caller: Caller): Promise<Auth0Rows>;
  roles(id: string, caller: Caller): Promise<z.infer<typeof roles>>;
  bruteForceBlocks(id: string, caller: Caller): Promise<z.infer<typeof blocks>['blocked_for']>;
  authenticationMethods(id: string, caller: Caller): Promise<Auth0AuthenticationMethod[]>;
  /** A hundred entries, the newest first; ten pages at most. */
  logPage(id: string, page: number, caller: Caller): Promise<Auth0LogEntry[]>;
  /** Setting it twice does no more than setting it once, so it is repeated like a read. Null for a missing user. */
  setBlocked(id: string, blocked: boolean, caller: Caller): Promise<Auth0User | null>;
}

/** Auth0 gives no more at once. */
const largestPage = 100;

/** A user may hold 1,000 permissions directly; more by roles. */
const maximumPermissionPages = 20;

export function openGateway(reader: Reader): Gateway {
  /** Of a list that belongs to a user: one who is gone meanwhile has an empty one. */
  async function listOf<Item>(read: Read, schema: z.ZodType<Item[]>, caller: Caller): Promise<Item[]> {
    return (await reader.read(read, schema, caller)) ?? [];
  }

  async function permissionPage(id: string, page: number, caller: Caller, options?: { fresh?: boolean }) {
    const query: Management.ListUserPermissionsRequestParameters = { page, per_page: largestPage };
    return reader.read({ ...ofUser(id, 'permissions'), query }, permissions, caller, options);
  }

  return {
    ...openAccess(reader),
    ...openClients(reader),
    ...openConnections(reader),
    ...openFactors(reader),
    ...openIdentities(reader),
    ...openRoles(reader),
    ...openUsersByEmail(reader),
    ...openUserWrites(reader),
    async user(id, caller, options) {
      return theUser(id, await reader.read(ofUser(id), auth0User, caller, options));
    },
    async admin(id, caller) {
      const query: Management.GetUserRequestParameters = {
        fields: adminFields,
        include_fields: true,
      };
      return theUser(id, await reader.read({ ...ofUser(id), query }, auth0Admin, caller));
    },
    async permissions(id, audience, caller, options) {
      const held: string[] = [];
      for (let page = 0; page < maximumPermissionPages; page += 1) {
        const found = await permissionPage(id, page, caller, options);
        // Nobody holds nothing: to say so would make him look harmless.
        if (!found) return null;
        const here = found.filter((grant) => grant.resource_server_identifier === audience);
        held.push(...here.map((grant) => grant.permission_name));
        if (found.length < largestPage) return held;
      }
      // To go on without the rest could make a person look harmless who is not.
      throw new Problem('auth0-refused', { detail: 'This person has too many permissions.' });
    },
    async searchUsers(search, caller) {
      const query: Management.ListUsersRequestParameters = {
        ...search,
        search_engine: 'v3',
        fields: rowFields,
        include_fields: true,
      };
      const read: Read = { template: '/users', path: '/users', query };
      const found = await reader.read(read, auth0Rows, caller).catch(narrower);
      if (found) return found;
      // There is always a search: an empty list would say that nobody is there.
      const cause = new UpstreamFailure({ call: 'GET /users', status: 404, uncertain: false });
      throw new Problem('auth0-refused', { cause });
    },
    roles: (id, caller) =>
      listOf({ ...ofUser(id, 'roles'), query: { per_page: largestPage } }, roles, caller),
    async bruteForceBlocks(id, caller) {
      const read: Read = {
        template: '/user-blocks/{id}',
        path: `/user-blocks/${idSegment(id)}`,
        query: { consider_brute_force_enablement: true },
      };
      return (await reader.read(read, blocks, caller))?.blocked_for ?? [];
    },
    authenticationMethods: (id, caller) =>
      listOf(
        { ...ofUser(id, 'authentication-methods'), query: { per_page: largestPage } },
        authenticationMethods,
        caller,
      ),
    logPage: (id, page, caller) =>
      listOf(
        { ...ofUser(id, 'logs'), query: { page, per_page: largestPage, sort: 'date:-1' } },
        logEntries,
        caller,
      ),
    async setBlocked(id, blocked, caller) {
      const body: Management.UpdateUserRequestContent = { blocked };
      return reader.write({ ...ofUser(id), method: 'PATCH', body, idempotent: true }, auth0User, caller);
    },
  };
}

const adminFields = fieldsOf(auth0Admin);
const rowFields = fieldsOf(auth0Row);

const searchTimeout: Refusal = 'search_timeout';

/** A search that takes Auth0 too long can be made quicker only by the person who searches. */
function narrower(error: unknown): never {
  const cause = error instanceof Problem ? error.cause : undefined;
  if (!(cause instanceof UpstreamFailure) || cause.code !== searchTimeout) throw error;
  throw new Problem('invalid-search', {
    detail: 'This takes too long. Search for something more exact.',
    cause,
  });
}

function fieldsOf(schema: z.ZodObject): string {
  return Object.keys(schema.shape).join(',');
}

/** Nobody, when the answer is about another id than the one that was asked for: ids are compared letter by letter. */
function theUser<User extends { user_id: string }>(id: string, user: User | null): User | null {
  return user?.user_id === id ? user : null;
}
