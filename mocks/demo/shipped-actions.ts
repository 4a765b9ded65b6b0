import type { Action } from '#tenant/action.ts';
import askSecondFactor from '../../src/auth0/ask-second-factor.cjs?raw';
import forgetInvitation from '../../src/auth0/forget-invitation.cjs?raw';
import requireOwnPassword from '../../src/auth0/require-own-password.cjs?raw';
import tellSignIn from '../../src/auth0/tell-sign-in.cjs?raw';

/** The Actions that Steward ships, in the order that they want to have. */
export const shippedActions: readonly Action[] = [
  requireOwnPassword,
  askSecondFactor,
  tellSignIn,
  forgetInvitation,
].map(actionFrom);

/** A browser knows no CommonJS, so the text is run as Auth0 runs what is pasted there. */
function actionFrom(text: string): Action {
  const exports: Action = {};
  new Function('exports', text)(exports);
  return exports;
}
