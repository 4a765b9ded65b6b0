import { Hono } from 'hono';
import { routes } from '#contract/api.ts';
import { configFaults, type ProxyConfig } from './config.ts';
import { answerProblem } from './http/answer-problem.ts';
import { cors } from './http/cors.ts';
import { observe, type ProxyEnv } from './http/exchange.ts';
import { addHealth } from './http/health.ts';
import { addOpenApi } from './http/openapi.ts';
import { Problem } from './problem.ts';
import { bindExportAudit } from './routes/audit/export.ts';
import { bindListAudit } from './routes/audit/list.ts';
import { type Binding, checkBindings } from './routes/bind.ts';
import { bindCreateUser } from './routes/creation/create-user.ts';
import { bindGetCreationOptions } from './routes/creation/options.ts';
import { bindLinkIdentity } from './routes/identities/link.ts';
import { bindPreviewLink } from './routes/identities/preview.ts';
import { bindUnlinkIdentity } from './routes/identities/unlink.ts';
import { bindListInvitations } from './routes/invitations/list.ts';
import { bindResendInvitation } from './routes/invitations/resend.ts';
import { bindWithdrawInvitation } from './routes/invitations/withdraw.ts';
import { bindMe } from './routes/me.ts';
import { bindListRoles } from './routes/roles/list.ts';
import { serve } from './routes/serve.ts';
import { bindCancelLeave } from './routes/users/cancel-leave.ts';
import { bindChangeEmail } from './routes/users/change-email.ts';
import { bindChangePhone } from './routes/users/change-phone.ts';
import { bindChangeRoles } from './routes/users/change-roles.ts';
import { bindChangeUsername } from './routes/users/change-username.ts';
import { bindEditProfile } from './routes/users/edit-profile.ts';
import { bindEndAccess } from './routes/users/end-access.ts';
import { bindEndRefreshToken, bindEndSession, bindRemoveDeviceCredential } from './routes/users/end-item.ts';
import { bindExportData } from './routes/users/export-data.ts';
import { bindForgetBrowsers } from './routes/users/forget-browsers.ts';
import { bindGetUser } from './routes/users/get.ts';
import { bindGetAccess } from './routes/users/get-access.ts';
import { bindGetActivity } from './routes/users/get-activity.ts';
import { bindLeave } from './routes/users/leave.ts';
import { bindListUsers } from './routes/users/list.ts';
import { bindSendPasswordReset } from './routes/users/password-reset.ts';
import { bindRegenerateRecoveryCode } from './routes/users/regenerate-recovery-code.ts';
import { bindRemoveAuthenticationMethod } from './routes/users/remove-authentication-method.ts';
import { bindRemoveAuthenticationMethods } from './routes/users/remove-authentication-methods.ts';
import { bindRemoveBruteForceBlocks } from './routes/users/remove-brute-force-blocks.ts';
import { bindSetUserBlocked } from './routes/users/set-blocked.ts';
import { bindSetPassword } from './routes/users/set-password.ts';
import { bindSendVerificationEmail } from './routes/users/verification-email.ts';
import { openServices, type Services } from './services.ts';
import type { World } from './world.ts';

/**
 * The scoped API: `Request` in, `Response` out. It keeps no state but its own caches, so two proxies share nothing.
 *
 * @param services - those that something else works with too, such as the sweep of leavers.
 * @throws Error with a sentence for each fault of the configuration.
 */
export function createProxy(
  config: ProxyConfig,
  world: World,
  services: Services = startServices(config, world),
): Hono<ProxyEnv> {
  const bindings = [
    bindMe,
    bindListUsers,
    bindGetUser,
    bindSetUserBlocked,
    bindLeave,
    bindCancelLeave,
    bindExportData,
    bindPreviewLink,
    bindLinkIdentity,
    bindUnlinkIdentity,
    bindGetActivity,
    bindListRoles,
    bindChangeRoles,
    bindGetAccess,
    bindEndAccess,
    bindEndSession,
    bindEndRefreshToken,
    bindRemoveDeviceCredential,
    bindRemoveBruteForceBlocks,
    bindRemoveAuthenticationMethods,
    bindRemoveAuthenticationMethod,
    bindRegenerateRecoveryCode,
    bindForgetBrowsers,
    bindEditProfile,
    bindChangeEmail,
    bindChangeUsername,
    bindChangePhone,
    bindSendVerificationEmail,
    bindSendPasswordReset,
    bindSetPassword,
    bindGetCreationOptions,
    bindCreateUser,
    bindListInvitations,
    bindResendInvitation,
    bindWithdrawInvitation,
    bindListAudit,
    bindExportAudit,
  ].map((make) => make(services));
  checkBindings(bindings, routes);

  const app = new Hono<ProxyEnv>();
  app.onError(answerProblem);
  app.notFound((c) => answerProblem(new Problem('route-not-found'), c));
  app.use(observe(world));
  app.use(cors(config.allowedOrigins));
  addHealth(app, config.auth0.url, services.world);
  addOpenApi(app, config.basePath);
  for (const binding of bindings) {
    const { method, path } = binding.route;
    app.on(method, config.basePath + path, (c) => serve(binding, services, c));
  }
  refuseOtherMethods(app, bindings, config.basePath);
  return app;
}

/** @throws Error with a sentence for each fault of the configuration. */
export function startServices(config: ProxyConfig, world: World): Services {
  const faults = configFaults(config);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return openServices(config, world);
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-405-method-not-allowed */
function refuseOtherMethods(app: Hono<ProxyEnv>, bindings: readonly Binding[], basePath: string): void {
  const byPath = Map.groupBy(bindings, ({ route }) => route.path);
  for (const [path, group] of byPath) {
    const methods = group.map(({ route }) => route.method);
    const allow = (methods.includes('GET') ? [...methods, 'HEAD'] : methods).join(', ');
    app.all(basePath + path, (c) => {
      c.header('allow', allow);
      throw new Problem('method-not-allowed');
    });
  }
}
