import type { OrganizationId } from '#contract/me.ts';
import { pathTo } from '#contract/route.ts';
import type { UserId } from '#contract/user.ts';

/** The screens of the app, as routes match them. Links are built by the functions below, which escape ids. */
export const screens = {
  home: { path: '/' },
  organizations: { path: '/organizations' },
  organization: { path: '/o/:organization' },
  users: { path: '/o/:organization/users' },
  addPeople: { path: '/o/:organization/users/new' },
  user: { path: '/o/:organization/users/:userId' },
  leave: { path: '/o/:organization/users/:userId/leave' },
  userTab: { path: '/o/:organization/users/:userId/:tab' },
  invitations: { path: '/o/:organization/invitations' },
  audit: { path: '/o/:organization/audit' },
} as const;

/** The parts of a user's page; the first has the page's plain address. */
export const userTabs = ['profile', 'security', 'roles', 'activity'] as const;
export type UserTab = (typeof userTabs)[number];

export function usersPath(organization: OrganizationId): string {
  return pathTo(screens.users, { params: { organization } });
}

export function addPeoplePath(organization: OrganizationId): string {
  return pathTo(screens.addPeople, { params: { organization } });
}

export function invitationsPath(organization: OrganizationId): string {
  return pathTo(screens.invitations, { params: { organization } });
}

export function auditPath(organization: OrganizationId): string {
  return pathTo(screens.audit, { params: { organization } });
}

export function userPath(organization: OrganizationId, userId: UserId, tab: UserTab = 'profile'): string {
  if (tab === 'profile') return pathTo(screens.user, { params: { organization, userId } });
  return pathTo(screens.userTab, { params: { organization, userId, tab } });
}

export function leavePath(organization: OrganizationId, userId: UserId): string {
  return pathTo(screens.leave, { params: { organization, userId } });
}

/** The part of a path that a screen keeps as long as it is the same screen: a user's tabs are one. */
export function screenOf(path: string): string {
  return path.replace(/^(\/o\/[^/]+\/users\/[^/]+)\/(?!leave$)[^/]+$/, '$1');
}
