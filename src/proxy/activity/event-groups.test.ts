import { expect, it } from 'vitest';
import { groupOf } from './event-groups.ts';

/** @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes */
const documented = `
  s scoa sens sdel fp fu f fcoa fens fco fc w scv mfar ssa fsa sdelsa fdelsa
  seacft feacft seccft feccft sertft fertft ferrt sepft fepft fepotpft seoobft feoobft seotpft feotpft sercft fercft
  secte fecte sede fede slo flo oidc_backchannel_logout_succeeded oidc_backchannel_logout_failed
  universal_logout_succeeded universal_logout_failed federated_logout_failed srrt ss fs
  scp fcp scpr fcpr fcph sce fce scu fcu scpn fcpn sdu fdu sui fui si fi organization_member_added svr fvr sv fv
  pwd_leak signup_pwd_leak reset_pwd_leak limit_wc limit_mu limit_sul limit_phone limit_delegation ublkdu
  gd_auth_succeed gd_auth_failed gd_auth_rejected gd_recovery_succeed gd_recovery_failed
  gd_recovery_rate_limit_exceed gd_otp_rate_limit_exceed gd_webauthn_challenge_failed passkey_challenge_started
  passkey_challenge_failed gd_start_enroll gd_start_enroll_failed gd_enrollment_complete gd_unenroll
  gd_update_device_account gd_webauthn_enrollment_failed too_many_records
  my_account_authentication_method_succeeded my_account_authentication_method_failed
  gd_send_sms gd_send_sms_failure gd_send_voice gd_send_voice_failure gd_send_pn gd_send_pn_failure gd_send_email
  cls cs fn wn sscim fscim`;

it.each(documented.trim().split(/\s+/))('has a group of its own for %s', (code) => {
  expect(groupOf(code)).not.toBe('other');
});

it.each(['api_limit', 'api_limit_warning', 'wum', 'depnote', 'actions_execution_failed', 'made_up_later'])(
  'knows of %s only that it happened',
  (code) => {
    expect(groupOf(code)).toBe('other');
  },
);

it.each(['sapi', 'fapi', 'mgmt_api_read'])('hides %s', (code) => {
  expect(groupOf(code)).toBeNull();
});

it('takes no code for a property of an object', () => {
  expect(groupOf('constructor')).toBe('other');
});
