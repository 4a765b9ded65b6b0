import type { OrganizationId } from '#contract/me.ts';
import { pathTo } from '#contract/route.ts';
import type { UserId } from '#contract/user.ts';

/** The screens of the app, as routes match them. Links are built by the functions below, which escape ids. */
export const screens = {
  home: { path: '/' },
  organizations: { path: '/organizations' },
  users: { path: '/o/:organization/users' },
  user: { path: '/o/:organization/users/:userId' },
} as const;

export function usersPath(organization: OrganizationId): string {
  return pathTo(screens.users, { params: { organization } });
}

export function userPath(organization: OrganizationId, userId: UserId): string {
  return pathTo(screens.user, { params: { organization, userId } });
}
