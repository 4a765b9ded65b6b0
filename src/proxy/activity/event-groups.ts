import type { ActivityGroup } from '#contract/activity.ts';

/** Events by what an admin looks for. Of a failed sign-out he thinks as of a sign-out. */
const codes = {
  'sign-in': [
    ...['s', 'scoa', 'sens', 'sdel', 'w', 'scv', 'ssa', 'sdelsa'],
    ...['seacft', 'seccft', 'sertft', 'sepft', 'seoobft', 'seotpft', 'sercft', 'secte', 'sede'],
    ...['slo', 'flo', 'srrt', 'federated_logout_failed'],
    ...['oidc_backchannel_logout_succeeded', 'oidc_backchannel_logout_failed'],
    ...['universal_logout_succeeded', 'universal_logout_failed'],
  ],
  'failed-sign-in': [
    ...['f', 'fp', 'fu', 'fcoa', 'fens', 'fco', 'fc', 'fsa', 'fdelsa', 'pwd_leak'],
    ...['feacft', 'feccft', 'fertft', 'ferrt', 'fepft', 'fepotpft', 'feoobft', 'feotpft', 'fercft'],
    ...['fecte', 'fede'],
  ],
  password: ['scp', 'fcp', 'scpr', 'fcpr', 'fcph', 'signup_pwd_leak', 'reset_pwd_leak'],
  'second-factor': [
    ...['mfar', 'gd_auth_succeed', 'gd_auth_failed', 'gd_auth_rejected'],
    ...['gd_recovery_succeed', 'gd_recovery_failed', 'gd_recovery_rate_limit_exceed'],
    ...['gd_otp_rate_limit_exceed', 'gd_webauthn_challenge_failed'],
    ...['passkey_challenge_started', 'passkey_challenge_failed'],
    ...['gd_start_enroll', 'gd_start_enroll_failed', 'gd_enrollment_complete', 'gd_unenroll'],
    ...['gd_update_device_account', 'gd_webauthn_enrollment_failed', 'too_many_records'],
    ...['my_account_authentication_method_succeeded', 'my_account_authentication_method_failed'],
  ],
  profile: [
    ...['ss', 'fs', 'si', 'fi', 'sui', 'fui', 'sdu', 'fdu', 'organization_member_added'],
    ...['sce', 'fce', 'scu', 'fcu', 'scpn', 'fcpn', 'sv', 'fv', 'sscim', 'fscim'],
  ],
  block: ['limit_wc', 'limit_mu', 'limit_sul', 'limit_phone', 'limit_delegation', 'ublkdu'],
  message: [
    ...['svr', 'fvr', 'cs', 'cls', 'fn', 'wn', 'gd_send_email'],
    ...['gd_send_sms', 'gd_send_sms_failure', 'gd_send_voice', 'gd_send_voice_failure'],
    ...['gd_send_pn', 'gd_send_pn_failure'],
  ],
  other: ['api_limit', 'api_limit_warning', 'wum', 'depnote', 'actions_execution_failed'],
} satisfies Record<ActivityGroup, string[]>;

/** What others did by the Management API: their requests stand in it whole. Who did it, the audit log tells. */
const hidden: ReadonlySet<string> = new Set(['sapi', 'fapi', 'mgmt_api_read']);

const groups = new Map(
  // The keys are those of the table above.
  (Object.entries(codes) as [ActivityGroup, string[]][]).flatMap(([group, types]) =>
    types.map((type) => [type, group] as const),
  ),
);

/**
 * The group of an event, or null for one that no admin sees. One that Auth0 has made up since is `other`.
 *
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export function groupOf(type: string): ActivityGroup | null {
  return hidden.has(type) ? null : (groups.get(type) ?? 'other');
}
