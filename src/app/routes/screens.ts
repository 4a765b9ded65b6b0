import { lazyScreen } from './lazy-screen.tsx';

/** The screens that are not on the way to the first one. */
export const AddPeopleScreen = lazyScreen(
  ['adding', 'forms'],
  async () => (await import('#app/features/people-adding/add-people-page.tsx')).AddPeoplePage,
);

export const InvitationsScreen = lazyScreen(
  ['adding', 'forms'],
  async () => (await import('#app/features/people-adding/invitations-page.tsx')).InvitationsPage,
);

export const UserScreen = lazyScreen(
  ['userPage', 'forms'],
  async () => (await import('#app/features/user-page/user-page.tsx')).UserPage,
);

export const LeaveScreen = lazyScreen(
  ['userPage', 'forms', 'leave'],
  async () => (await import('#app/features/user-page/leave/leave-page.tsx')).LeavePage,
);

export const AuditScreen = lazyScreen(
  ['audit'],
  async () => (await import('#app/features/audit/audit-page.tsx')).AuditPage,
);

export const NotFoundScreen = lazyScreen([], async () => (await import('./not-found-page.tsx')).NotFoundPage);

/** An address that is none of the app's. */
export const NotFoundRoute = lazyScreen(
  [],
  async () => (await import('./not-found-route.tsx')).NotFoundRoute,
);
