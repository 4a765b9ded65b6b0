import { configuration } from './configuration.ts';
import { errors } from './errors.ts';
import { session } from './session.ts';
import { shell } from './shell.ts';
import { ui } from './ui.ts';
import { userPage } from './user-page.ts';
import { users } from './users.ts';

/** English, the language that the others translate. One file an area; `useT('users')` reads `users.ts`. */
export const en = { configuration, errors, session, shell, ui, userPage, users };
