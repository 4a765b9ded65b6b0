import { expect, it } from 'vitest';
import { events } from './events.ts';

/** @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes */
const codes = {
  login: 's scoa sens sdel fp fu f fcoa fens fco fc w scv mfar',
  silent: 'ssa fsa sdelsa fdelsa',
  exchange:
    'seacft feacft seccft feccft sertft fertft ferrt sepft fepft fepotpft seoobft feoobft seotpft feotpft sercft fercft secte fecte sede fede',
  logout:
    'slo flo oidc_backchannel_logout_succeeded oidc_backchannel_logout_failed universal_logout_succeeded universal_logout_failed federated_logout_failed srrt',
  signUp: 'ss fs',
  password: 'scp fcp scpr fcpr fcph',
  userChange: 'sce fce scu fcu scpn fcpn sdu fdu sui fui si fi organization_member_added',
  verification: 'svr fvr sv fv',
  leaked: 'pwd_leak signup_pwd_leak reset_pwd_leak',
  limits: 'limit_wc limit_mu limit_sul limit_phone limit_delegation ublkdu api_limit api_limit_warning',
  secondStep:
    'gd_auth_succeed gd_auth_failed gd_auth_rejected gd_recovery_succeed gd_recovery_failed gd_recovery_rate_limit_exceed gd_otp_rate_limit_exceed gd_webauthn_challenge_failed passkey_challenge_started passkey_challenge_failed',
  enrolment:
    'gd_start_enroll gd_start_enroll_failed gd_enrollment_complete gd_unenroll gd_update_device_account gd_webauthn_enrollment_failed too_many_records my_account_authentication_method_succeeded my_account_authentication_method_failed',
  messages:
    'gd_send_sms gd_send_sms_failure gd_send_voice gd_send_voice_failure gd_send_pn gd_send_pn_failure gd_send_email cls cs fn wn',
  managementApi: 'sapi mgmt_api_read',
  system: 'wum depnote actions_execution_failed sscim fscim',
};

it.each(Object.entries(codes))('has words for every code of the group %s', (_, group) => {
  const known = new Map(Object.entries(events));

  const words = group.split(' ').map((code) => known.get(code) ?? `${code} has none`);

  expect(words).not.toContainEqual(expect.stringContaining('has none'));
});

it('has words for nothing else', () => {
  const documented = Object.values(codes).flatMap((group) => group.split(' '));

  expect(new Set(Object.keys(events))).toEqual(new Set(documented));
});
