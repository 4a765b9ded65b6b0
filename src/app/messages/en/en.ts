import { errors } from './errors.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';
import { users } from './users.ts';

/** English, the language that the others translate. One file an area; `useT('users')` reads `users.ts`. */
export const en = { errors, shell, ui, users };

/** Words that come with the screen that shows them, by `lazyWithWords`. */
export const later = {
  configuration: async () => (await import('./configuration.ts')).configuration,
  events: async () => (await import('./events.ts')).events,
  searchHelp: async () => (await import('./search-help.ts')).searchHelp,
  session: async () => (await import('./session.ts')).session,
  userPage: async () => (await import('./user-page.ts')).userPage,
};
