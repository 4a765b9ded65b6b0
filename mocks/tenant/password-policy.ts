import type { Connection } from './model.ts';

/**
 * Whether a password satisfies the policy of a connection.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-options
 */
export function isStrongPassword(password: string, { options }: Connection): boolean {
  const policy = typeof options.passwordPolicy === 'string' ? options.passwordPolicy : 'none';
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*]/].map((kind) => kind.test(password));
  const [lower, upper, digit] = classes;
  const three = classes.filter(Boolean).length >= 3;
  const strong = {
    none: true,
    low: true,
    fair: lower && upper && digit,
    good: three,
    excellent: three && !/(.)\1\1/.test(password),
  }[policy];
  return strong !== false && password.length >= minimumLength(options, policy);
}

function minimumLength({ password_complexity_options: complexity }: Connection['options'], policy: string) {
  if (typeof complexity === 'object' && complexity !== null && 'min_length' in complexity)
    return Number(complexity.min_length);
  return { none: 1, low: 6 }[policy] ?? 8;
}
