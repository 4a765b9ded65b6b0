import { shell } from './shell.ts';
import { ui } from './ui.ts';
import { users } from './users.ts';

/** English, the language that the others translate. One file an area; `useT('users')` reads `users.ts`. */
export const en = { shell, ui, users };
