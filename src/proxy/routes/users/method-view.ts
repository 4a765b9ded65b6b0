import type { AuthenticationMethod } from '#contract/user.ts';
import type { Auth0AuthenticationMethod } from '../../tenant/answers.ts';

/** Those that were set up to the end. */
export function methodsOf(methods: readonly Auth0AuthenticationMethod[]): AuthenticationMethod[] {
  return methods
    .filter((method) => method.confirmed !== false)
    .map(({ id, type, name, phone_number, email, created_at, last_auth_at }) => ({
      id,
      type,
      name,
      hint: phone_number ?? email,
      created_at,
      last_auth_at,
    }));
}
