import { type Endpoint, json, noContent } from './endpoint.ts';
import { ManagementError } from './errors.ts';
import type { AuthenticationMethod, UserRecord } from './model.ts';
import type { TenantStore } from './store.ts';
import { logUserEvent } from './user-log.ts';
import { recordOf } from './user-record.ts';

const ofUser = { userId: 'id', scopes: [['update:users']], group: 'users_write' } satisfies Partial<Endpoint>;

/** Which authentication methods belong to a provider. */
const providers: Record<string, string[]> = { duo: ['duo'], 'google-authenticator': ['totp'] };

/** @see https://auth0.com/docs/secure/multi-factor-authentication/reset-user-mfa */
export function multifactorEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      ...ofUser,
      method: 'DELETE',
      path: '/users/:id/multifactor/:provider',
      operation: "Delete a User's Multi-factor Provider",
      answer(call) {
        const types = typesOf(call.param('provider'));
        const record = recordOf(store, call.param('id'));
        const methods = record.authenticationMethods ?? [];
        const left = methods.filter(({ type }) => !types.includes(type));
        store.saveUser({ ...record, authenticationMethods: left });
        if (left.length < methods.length) logUserEvent(store, call, record.profile, 'gd_unenroll');
        return noContent();
      },
    },
    {
      ...ofUser,
      method: 'POST',
      path: '/users/:id/multifactor/actions/invalidate-remember-browser',
      operation: 'Invalidate All Remembered Browsers for Multi-factor Authentication',
      answer({ param }) {
        store.saveUser({ ...recordOf(store, param('id')), rememberedBrowsers: 0 });
        return noContent();
      },
    },
    {
      ...ofUser,
      method: 'POST',
      path: '/users/:id/recovery-code-regeneration',
      operation: 'Generate New Multi-factor Authentication Recovery Code',
      answer({ param }) {
        const recovery_code = newRecoveryCode();
        store.saveUser(withRecoveryCode(recordOf(store, param('id')), recovery_code, store.now()));
        return json({ recovery_code });
      },
    },
  ];
}

/** @throws ManagementError 400 `invalid_uri` */
function typesOf(provider: string): string[] {
  const types = Object.hasOwn(providers, provider) ? providers[provider] : undefined;
  if (types) return types;
  throw new ManagementError(
    400,
    `Path validation error: 'No enum match for: ${provider}' on property provider (The multi-factor provider. Supported values 'duo' or 'google-authenticator').`,
    'invalid_uri',
  );
}

/** @throws ManagementError 404 for a user who has none yet. */
function withRecoveryCode(record: UserRecord, recoveryCode: string, nowMs: number): UserRecord {
  const isCode = ({ type }: AuthenticationMethod) => type === 'recovery-code';
  const methods = record.authenticationMethods ?? [];
  if (!methods.some(isCode)) throw new ManagementError(404, 'Enrollment not found.');
  const at = new Date(nowMs).toISOString();
  return {
    ...record,
    recoveryCode,
    authenticationMethods: methods.map((method) =>
      isCode(method) ? { ...method, created_at: at, enrolled_at: at } : method,
    ),
  };
}

/** 24 capital letters and digits. */
function newRecoveryCode(): string {
  const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ123456';
  return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => characters[byte % 32]).join('');
}
