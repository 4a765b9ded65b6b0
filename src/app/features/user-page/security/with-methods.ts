import type { AuthenticationMethod, UserDetail } from '#contract/user.ts';

/** A person's page with other methods on it, as far as they are known at all. */
export function withMethods(
  detail: UserDetail,
  change: (methods: AuthenticationMethod[]) => AuthenticationMethod[],
): UserDetail {
  const { authenticationMethods: part } = detail;
  if (part.state !== 'ready') return detail;
  return { ...detail, authenticationMethods: { ...part, items: change(part.items) } };
}
