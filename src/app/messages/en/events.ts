/**
 * What Auth0's codes for the events of signing in mean to someone who looks after people.
 *
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export const events = {
  // Signing in
  s: 'Signed in',
  scoa: 'Signed in through a form on a website',
  sens: 'Signed in with a social account in an app',
  sdel: 'Signed in through another app',
  fp: 'Wrong password',
  fu: 'Unknown email or username',
  f: 'Sign-in failed',
  fcoa: 'Sign-in through a form on a website failed',
  fens: 'Sign-in with a social account in an app failed',
  fco: 'Sign-in refused: the website is not allowed',
  fc: 'The company directory could not be reached',
  w: 'Signed in, with a warning',
  scv: 'Password was right',
  mfar: 'Asked for a second step',
  // Staying signed in
  ssa: 'Stayed signed in',
  fsa: 'Has to sign in again',
  sdelsa: 'Stayed signed in through another app',
  fdelsa: 'Has to sign in again through another app',
  seacft: 'Opened an app',
  feacft: 'An app could not be opened',
  sertft: 'Stayed signed in',
  fertft: 'Has to sign in again',
  ferrt: 'An old sign-in was used twice and was ended',
  sepft: 'Signed in with a password',
  fepft: 'Wrong password',
  fepotpft: 'Wrong or expired code',
  seoobft: 'Signed in with password and confirmation',
  feoobft: 'Confirmation failed',
  seotpft: 'Signed in with password and code',
  feotpft: 'Wrong code',
  sercft: 'Signed in with a recovery code',
  fercft: 'Wrong recovery code',
  secte: 'Signed in through another service',
  fecte: 'Sign-in through another service failed',
  sede: 'Signed in on a device',
  fede: 'Sign-in on a device failed',
  // Passwords that others know
  pwd_leak: 'Refused: the password is known to have leaked',
  // Blocks and limits
  limit_wc: 'Sign-in paused after too many failed attempts',
  limit_mu: 'A network address was paused after failing for many users',
  limit_sul: 'Too many sign-ins in a short time',
  limit_phone: 'Too many codes by phone in a short time',
  // The second step
  gd_auth_succeed: 'Second step passed',
  gd_auth_failed: 'Second step failed',
  gd_auth_rejected: 'Second step refused on the phone',
  gd_recovery_succeed: 'Recovery code accepted',
  gd_recovery_failed: 'Wrong recovery code',
  gd_recovery_rate_limit_exceed: 'Too many wrong recovery codes',
  gd_otp_rate_limit_exceed: 'Too many wrong codes',
  gd_webauthn_challenge_failed: 'Security key or device lock failed',
  passkey_challenge_started: 'Asked for a passkey',
  passkey_challenge_failed: 'Passkey failed',
} as const;
