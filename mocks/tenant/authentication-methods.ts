import {
  createShape,
  isFactor,
  masked,
  newMethod,
  replaceShape,
  updateShape,
} from './authentication-method.ts';
import { bodyAs, type Endpoint, json, noContent } from './endpoint.ts';
import { ManagementError } from './errors.ts';
import type { AuthenticationMethod, UserRecord } from './model.ts';
import { offsetOf, offsetParams } from './pages.ts';
import type { Query } from './query-params.ts';
import type { TenantStore } from './store.ts';
import { logUserEvent } from './user-log.ts';
import { recordOf } from './user-record.ts';

const path = '/users/:id/authentication-methods';
const onePath = `${path}/:methodId`;
const userId = 'id';

type MethodInput = Partial<AuthenticationMethod> & { type: string };

/** @see https://auth0.com/docs/secure/multi-factor-authentication/manage-mfa-auth0-apis/manage-authentication-methods-with-management-api */
export function authenticationMethodEndpoints(store: TenantStore): Endpoint[] {
  const methodsOf = (record: UserRecord) => record.authenticationMethods ?? [];
  const save = (record: UserRecord, authenticationMethods: AuthenticationMethod[]) =>
    store.saveUser({ ...record, authenticationMethods });
  const scope = (verb: string) => [[`${verb}:authentication_methods`]];

  return [
    {
      method: 'GET',
      path,
      userId,
      scopes: scope('read'),
      query: offsetParams,
      group: 'users_read',
      answer: ({ param, query }) =>
        json(methodPage(query, methodsOf(recordOf(store, param('id'))).map(masked))),
    },
    {
      method: 'GET',
      path: onePath,
      userId,
      scopes: scope('read'),
      group: 'users_read',
      answer: ({ param }) => json(masked(methodOf(recordOf(store, param('id')), param('methodId')))),
    },
    {
      method: 'POST',
      path,
      userId,
      scopes: scope('create'),
      body: createShape,
      group: 'users_write',
      operation: 'Creates an authentication method for a given user',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const added = newMethod(bodyAs<MethodInput>(call), store.now());
        save(record, [...methodsOf(record), added]);
        return json(masked(added), 201);
      },
    },
    {
      method: 'PUT',
      path,
      userId,
      scopes: scope('update'),
      body: replaceShape,
      group: 'users_write',
      operation: 'Update all authentication methods by replacing them with the given ones',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const methods = bodyAs<MethodInput[]>(call).map((input) => newMethod(input, store.now()));
        save(record, methods);
        return json(methods.map(masked));
      },
    },
    {
      method: 'PATCH',
      path: onePath,
      userId,
      scopes: scope('update'),
      body: updateShape,
      group: 'users_write',
      operation: 'Update an authentication method',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const method = methodOf(record, call.param('methodId'));
        const changed = { ...method, ...bodyAs<Partial<AuthenticationMethod>>(call) };
        save(
          record,
          methodsOf(record).map((other) => (other === method ? changed : other)),
        );
        return json(masked(changed));
      },
    },
    {
      method: 'DELETE',
      path,
      userId,
      scopes: scope('delete'),
      group: 'users_write',
      operation: 'Delete all authentication methods for the given user',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        if (hasPasskey(record)) throw passkeyRefusal();
        save(record, []);
        if (methodsOf(record).some(isFactor)) logUserEvent(store, call, record.profile, 'gd_unenroll');
        return noContent();
      },
    },
    {
      method: 'DELETE',
      path: onePath,
      userId,
      scopes: scope('delete'),
      group: 'users_write',
      operation: 'Delete an authentication method by ID',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const method = methodOf(record, call.param('methodId'));
        if (hasPasskey(record) && method.type !== 'passkey') throw passkeyRefusal();
        save(
          record,
          methodsOf(record).filter((other) => other !== method),
        );
        if (isFactor(method)) logUserEvent(store, call, record.profile, 'gd_unenroll');
        return noContent();
      },
    },
  ];
}

function methodOf(record: UserRecord, id: string): AuthenticationMethod {
  const method = record.authenticationMethods?.find((other) => other.id === id);
  if (!method) throw new ManagementError(404, 'The authentication method does not exist.');
  return method;
}

function hasPasskey({ authenticationMethods = [] }: UserRecord): boolean {
  return authenticationMethods.some(({ type }) => type === 'passkey');
}

/**
 * The documentation has this for both calls and says no more. Taken at its word, but for the passkey itself: Auth0 tells
 * elsewhere how to revoke one by its id.
 *
 * @see https://auth0.com/blog/passkeys-management
 */
function passkeyRefusal(): ManagementError {
  return new ManagementError(403, 'Operation not permitted when the user has registered at least 1 passkey');
}

/** Recorded: the key is `authenticators`, and a total of 0 is left out. */
function methodPage(query: Query, methods: AuthenticationMethod[]): unknown {
  const { start, limit } = offsetOf(query);
  const authenticators = methods.slice(start, start + limit);
  if (!query.flag('include_totals')) return authenticators;
  const total = methods.length;
  return { authenticators, start, limit, ...(total > 0 ? { total } : {}) };
}
