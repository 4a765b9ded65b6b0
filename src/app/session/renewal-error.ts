import * as z from 'zod/mini';
import { ConnectionError, SessionEndedError } from '#app/lib/call-error.ts';

/** The SDK's errors carry OAuth's code. */
const oauthError = z.object({ error: z.string() });

/** With these the tenant says that the person himself has to come by. */
const signInNeeded = new Set([
  'login_required',
  'consent_required',
  'interaction_required',
  'account_selection_required',
  'mfa_required',
  'missing_refresh_token',
  'invalid_grant',
  'access_denied',
  'unauthorized',
]);

/** What a failed renewal means for a call: the session is over, or the tenant does not answer. */
export function readRenewalError(error: unknown): SessionEndedError | ConnectionError {
  const { data } = oauthError.safeParse(error);
  if (data && signInNeeded.has(data.error)) return new SessionEndedError(data.error, { cause: error });
  return new ConnectionError(navigator.onLine ? 'unreachable' : 'offline', { cause: error });
}
