import { expect, it } from 'vitest';
import { events } from './events.ts';

/** @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes */
const codes = {
  login: 's scoa sens sdel fp fu f fcoa fens fco fc w scv mfar',
  silent: 'ssa fsa sdelsa fdelsa',
  exchange:
    'seacft feacft sertft fertft ferrt sepft fepft fepotpft seoobft feoobft seotpft feotpft sercft fercft secte fecte sede fede',
  leaked: 'pwd_leak',
  limits: 'limit_wc limit_mu limit_sul limit_phone',
  secondStep:
    'gd_auth_succeed gd_auth_failed gd_auth_rejected gd_recovery_succeed gd_recovery_failed gd_recovery_rate_limit_exceed gd_otp_rate_limit_exceed gd_webauthn_challenge_failed passkey_challenge_started passkey_challenge_failed',
};

it.each(Object.entries(codes))('has words for every code of the group %s', (_, group) => {
  const known = new Map(Object.entries(events));

  const words = group.split(' ').map((code) => known.get(code) ?? `${code} has none`);

  expect(words).not.toContainEqual(expect.stringContaining('has none'));
});
