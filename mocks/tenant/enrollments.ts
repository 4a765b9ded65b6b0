import { isFactor } from './authentication-method.ts';
import { type Endpoint, json, noContent } from './endpoint.ts';
import type { AuthenticationMethod } from './model.ts';
import type { TenantStore } from './store.ts';
import { logUserEvent } from './user-log.ts';
import { recordOf } from './user-record.ts';

/**
 * The older view of second factors.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/reset-user-mfa
 */
export function enrollmentEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/users/:id/enrollments',
      userId: 'id',
      scopes: [['read:users']],
      group: 'users_read',
      answer({ param }) {
        const { authenticationMethods = [] } = recordOf(store, param('id'));
        // "The first enrollment that a specific user has confirmed."
        return json(authenticationMethods.flatMap(enrollmentOf).slice(0, 1));
      },
    },
    {
      method: 'DELETE',
      path: '/users/:id/authenticators',
      userId: 'id',
      scopes: [['delete:guardian_enrollments']],
      group: 'users_write',
      operation: 'Delete All Authenticators',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const methods = record.authenticationMethods ?? [];
        store.saveUser({ ...record, authenticationMethods: methods.filter((method) => !isFactor(method)) });
        if (methods.some(isFactor)) logUserEvent(store, call, record.profile, 'gd_unenroll');
        return noContent();
      },
    },
  ];
}

const authMethods: Record<string, string> = {
  totp: 'authenticator',
  push: 'guardian',
  guardian: 'guardian',
  phone: 'sms',
  'webauthn-roaming': 'webauthn-roaming',
  'webauthn-platform': 'webauthn-platform',
};

/** None for a factor that this view does not know, or one that is not confirmed. */
function enrollmentOf(method: AuthenticationMethod): object[] {
  const { id, type, name, phone_number, confirmed, enrolled_at, last_auth_at } = method;
  const auth_method = authMethods[type];
  if (auth_method === undefined || !confirmed) return [];
  return [
    { id, status: 'confirmed', type, name, phone_number, auth_method, enrolled_at, last_auth: last_auth_at },
  ];
}
