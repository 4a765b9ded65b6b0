import { routes } from '#contract/api.ts';
import { createUser, listInvitations } from '#contract/create-user.ts';
import { leave } from '#contract/leave.ts';
import type { Route } from '#contract/route.ts';
import type { UserId } from '#contract/user.ts';
import { connectionNames, roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import type { TenantUser } from '#tenant/model.ts';
import { deviceKey, refreshToken, session } from './access.ts';
import { accountIn } from './accounts.ts';
import { type RouteRequest, requestFor } from './every-route.ts';
import { startAdding } from './people-adding.ts';
import type { StartOptions } from './start-proxy.ts';

/** Routes that change something at the tenant. */
export const writingRoutes: readonly Route[] = routes.filter(
  ({ method, name }) => method !== 'GET' && name !== 'exportData',
);

export type Acting = Awaited<ReturnType<typeof startActing>>;

/** A proxy whose policy allows every act. */
export function startActing(options: StartOptions = {}) {
  return startAdding({ ...options, policy: { roles: () => Object.values(roleNames) } });
}

/**
 * A person on whom the act of a route can be done, and the request that does it.
 *
 * @throws Error that names a route nobody has told about.
 */
export async function possibleAct(route: Route, acting: Acting): Promise<RouteRequest> {
  const prepare = prepared[route.name];
  if (!prepare) throw new Error(`Tell possible-acts.ts on whom ${route.name} can be done.`);
  const { params, body } = await prepare(acting);
  return requestFor(route, params, body && { body });
}

interface Request {
  params: Record<string, string>;
  /** In the place of the sample of every-route.ts. */
  body?: object;
}

const mo = { email: 'mo@acme.example', email_verified: true, name: 'Mo Member' };

/** Who has everything that can be taken from him. */
function member(
  { addPerson }: Acting,
  profile: Partial<TenantUser> = {},
): Request & { params: { userId: string } } {
  const userId = 'auth0|00000000000000000000000a';
  addPerson({
    memberOf: 'Acme',
    profile: { user_id: userId, ...mo, ...profile },
    record: {
      roles: [roleId(roleNames.helpdesk)],
      sessions: [session(userId, 's1'), session(userId, 's2')],
      refreshTokens: [refreshToken(userId, 't1')],
      deviceCredentials: [deviceKey(userId, 'd1')],
      bruteForceBlocks: [{ identifier: mo.email, connection: connectionNames.database }],
      authenticationMethods: [
        { id: 'totp|1', type: 'totp', confirmed: true },
        { id: 'recovery-code|1', type: 'recovery-code', confirmed: true },
      ],
      recoveryCode: 'ABCD',
      rememberedBrowsers: 1,
    },
  });
  return { params: { userId } };
}

/** As `member`, with one more parameter of the path. */
const memberWith =
  (more: Record<string, string>) =>
  (acting: Acting): Request => ({ params: { ...member(acting).params, ...more } });

function someoneIn(connection: Parameters<typeof accountIn>[0], profile: Partial<TenantUser>) {
  return ({ addPerson }: Acting): Request => {
    const { user_id } = addPerson({ memberOf: 'Acme', profile: accountIn(connection, profile) });
    return { params: { userId: user_id } };
  };
}

async function invitation(acting: Acting): Promise<Request> {
  const { admin, tenant } = acting;
  await admin.call(createUser, { body: { connection: connectionNames.database, email: 'ivy@acme.example' } });
  tenant.settle();
  const { invitations } = await (await admin.call(listInvitations, {})).json();
  return { params: { invitationId: String(invitations[0]?.id) } };
}

const google = {
  connection: connectionNames.google,
  provider: 'google-oauth2',
  user_id: '42',
  isSocial: true,
};
const database = { connection: connectionNames.database, provider: 'auth0', isSocial: false };

const prepared: Record<string, (acting: Acting) => Request | Promise<Request>> = {
  setUserBlocked: member,
  leave: member,
  async cancelLeave(acting) {
    const { params } = member(acting);
    const body = { way: 'delete-later', days: 30 } as const;
    await acting.admin.call(leave, { params: { userId: params.userId as UserId }, body });
    return { params };
  },
  linkIdentity(acting) {
    const { user_id } = acting.addPerson({ memberOf: 'Acme', profile: { email: 'mo@home.example' } });
    return { ...member(acting), body: { with: user_id } };
  },
  unlinkIdentity(acting) {
    const identities = [{ ...database, user_id: '00000000000000000000000a' }, google];
    const { params } = member(acting, { identities });
    return { params: { ...params, provider: google.provider, identityId: google.user_id } };
  },
  changeRoles: (acting) => ({
    ...member(acting),
    body: { roles: [roleId(roleNames.operator)], seen: [roleId(roleNames.helpdesk)] },
  }),
  endAccess: member,
  endSession: memberWith({ sessionId: 's1' }),
  endRefreshToken: memberWith({ tokenId: 't1' }),
  removeDeviceCredential: memberWith({ credentialId: 'd1' }),
  removeBruteForceBlocks: member,
  removeAuthenticationMethods: member,
  removeAuthenticationMethod: memberWith({ methodId: 'totp|1' }),
  regenerateRecoveryCode: member,
  forgetBrowsers: member,
  editProfile: member,
  changeEmail: member,
  changeUsername: someoneIn('staff', { username: 'mo' }),
  changePhone: someoneIn('sms', { phone_number: '+49301' }),
  sendVerificationEmail: (acting) => member(acting, { email_verified: false }),
  sendPasswordReset: (acting) => ({ ...member(acting), body: {} }),
  setPassword: member,
  createUser: () => ({ params: {} }),
  resendInvitation: invitation,
  withdrawInvitation: invitation,
};
