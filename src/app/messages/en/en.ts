import { shell } from './shell.ts';
import { ui } from './ui.ts';
import { users } from './users.ts';

/** English, the language that the others translate. One file an area; `useT('users')` reads `users.ts`. */
export const en = { shell, ui, users };

/** Words that come with the screen that shows them, by `lazyWithWords`. */
export const later = {
  adding: async () => (await import('./adding.ts')).adding,
  activity: async () => (await import('./activity.ts')).activity,
  audit: async () => (await import('./audit.ts')).audit,
  block: async () => (await import('./block.ts')).block,
  configuration: async () => (await import('./configuration.ts')).configuration,
  errors: async () => (await import('./errors.ts')).errors,
  events: async () => (await import('./events.ts')).events,
  forms: async () => (await import('./forms.ts')).forms,
  identities: async () => (await import('./identities.ts')).identities,
  leave: async () => (await import('./leave.ts')).leave,
  profile: async () => (await import('./profile.ts')).profile,
  roles: async () => (await import('./roles.ts')).roles,
  searchHelp: async () => (await import('./search-help.ts')).searchHelp,
  security: async () => (await import('./security.ts')).security,
  session: async () => (await import('./session.ts')).session,
  traces: async () => (await import('./traces.ts')).traces,
  userPage: async () => (await import('./user-page.ts')).userPage,
};
