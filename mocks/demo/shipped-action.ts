import type { Action } from '#tenant/action.ts';
import source from '../../src/auth0/require-own-password.cjs?raw';

/** The Action that Steward ships. A browser knows no CommonJS, so its text is run as Auth0 runs what is pasted there. */
export const requireOwnPassword: Action = actionFrom(source);

function actionFrom(text: string): Action {
  const exports: Action = {};
  new Function('exports', text)(exports);
  return exports;
}
