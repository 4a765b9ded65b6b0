import { createContext, use } from 'react';
import type { Transport } from '#app/lib/api-client.ts';
import type { StepUpDemand } from '#contract/step-up.ts';

export type SignInAs = 'someone-else' | StepUpDemand;

/** Where the person's access token comes from: a redirect to sign-in, or the page that hosts this one. */
export interface Session {
  /**
   * An access token for the API. `fresh` asks for another than the one at hand, which the API has refused.
   *
   * @throws SessionEndedError when the person has to sign in again; the session then says so by itself.
   * @throws ConnectionError when the sign-in service cannot be reached.
   */
  getAccessToken(options?: { fresh?: boolean }): Promise<string>;
  /** Proves for one request that this browser holds the key which the token is bound to; without it, it is not. */
  prove?: Transport['prove'];
  /**
   * Leads to sign-in and back to this screen; as someone else, the account has to be chosen anew. With what the API
   * demands, an act that was kept is gone on with afterwards.
   */
  signIn(options?: { as?: SignInAs }): void;
  signOut(): void;
  viewer: Viewer;
}

/** Who has signed in. */
export interface Viewer {
  /** Auth0's `sub`; under it choices are remembered on this device. */
  id: string;
  /** An email address or a name, to tell accounts apart. */
  label: string;
}

const SessionContext = createContext<Session | null>(null);
export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}
