import * as z from 'zod/mini';

/** The SDK's errors carry OAuth's code; `appState` is ours, from before the redirect. */
const oauthError = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
  appState: z.nullish(z.object({ returnTo: z.optional(z.string()), confirms: z.optional(z.string()) })),
});

export type SignInFault = 'blocked' | 'denied' | 'unconfirmed' | 'stale' | 'failed';

export interface SignInFailure {
  fault: SignInFault;
  /** In the words of the sign-in service, for whoever runs it. */
  detail: string;
  /** Where the person wanted to go. */
  returnTo: string | undefined;
}

/** What kind of failure a sign-in ended with. */
export function readSignInError(error: Error): SignInFailure {
  const { data } = oauthError.safeParse(error);
  if (!data) return { fault: 'failed', detail: error.message, returnTo: undefined };
  const detail = data.error_description ?? data.error;
  const fault = faultOf(data.error, detail);
  const isRefused = fault === 'denied' && data.appState?.confirms !== undefined;
  // He is signed in as before: only what was asked for besides was refused.
  return { fault: isRefused ? 'unconfirmed' : fault, detail, returnTo: data.appState?.returnTo };
}

function faultOf(code: string, description: string): SignInFault {
  if (code === 'unauthorized' && /blocked/i.test(description)) return 'blocked';
  if (code === 'unauthorized' || code === 'access_denied') return 'denied';
  return code === 'missing_transaction' || code === 'state_mismatch' ? 'stale' : 'failed';
}
