import {
  type AppState,
  Auth0Provider,
  type AuthorizationParams,
  type User,
  useAuth0,
} from '@auth0/auth0-react';
import type { Auth0Client } from '@auth0/auth0-spa-js';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { SessionEndedError } from '#app/lib/call-error.ts';
import type { Config } from '#app/lib/config.ts';
import { noteConfirmation } from '#app/lib/confirmation.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Starting } from '#app/shell/starting.tsx';
import { readRenewalError } from './renewal-error.ts';
import { returnAddress } from './return-address.ts';
import { type Session, SessionProvider, type SignInAs } from './session.ts';

const SignInProblem = lazyWithWords(
  ['session'],
  async () => (await import('./sign-in-problem.tsx')).SignInProblem,
);
const SessionEndedDialog = lazyWithWords(
  ['session'],
  async () => (await import('./session-ended-dialog.tsx')).SessionEndedDialog,
);

interface GateProps {
  config: Config;
  children: ReactNode;
}

interface RedirectSessionProps extends GateProps {
  client: Auth0Client;
}

/** A session by Authorization Code + PKCE at the vendor's Auth0 tenant. */
export function RedirectSession({ client, config, children }: RedirectSessionProps) {
  return (
    <Auth0Provider
      client={client}
      onRedirectCallback={(state?: AppState, user?: User) => {
        history.replaceState(null, '', returnAddress(state?.returnTo, config.base));
        // Someone else goes on with nothing of his.
        if (state?.confirms && state.confirms === user?.sub) noteConfirmation();
      }}
    >
      <Gate config={config}>{children}</Gate>
    </Auth0Provider>
  );
}

/** Lets through who has signed in, once: a session that ends later leaves the screen and what is typed in place. */
function Gate({ config, children }: GateProps) {
  const t = useT('shell');
  const { isLoading, isAuthenticated, error } = useAuth0();
  const { session, ended, dismissEnded, stuck } = useRedirectSession(config);
  const entered = useRef(false);
  entered.current ||= isAuthenticated;
  if (entered.current) {
    return (
      <SessionProvider value={session}>
        {children}
        <Suspense>
          {ended && <SessionEndedDialog onSignIn={session.signIn} onClose={dismissEnded} />}
        </Suspense>
      </SessionProvider>
    );
  }
  if (isLoading) return <Starting label={t('starting')} />;
  const problem = stuck ?? error;
  if (problem) return <SignInProblem error={problem} base={config.base} signIn={session.signIn} />;
  return <LeadToSignIn signIn={session.signIn} />;
}

function LeadToSignIn({ signIn }: Pick<Session, 'signIn'>) {
  const t = useT('shell');
  const left = useRef(false);
  useEffect(() => {
    // Strict mode runs effects twice; two requests would overwrite each other's state.
    if (left.current) return;
    left.current = true;
    signIn();
  }, [signIn]);
  return <Starting label={t('signingIn')} />;
}

interface RedirectSessionState {
  session: Session;
  ended: boolean;
  dismissEnded: () => void;
  /** Why the browser could not go to sign-in: for instance because it keeps nothing for this page. */
  stuck: Error | null;
}

function useRedirectSession({ base, dpop }: Config): RedirectSessionState {
  const { getAccessTokenSilently, generateDpopProof, loginWithRedirect, logout, user } = useAuth0();
  const [ended, setEnded] = useState(false);
  const [stuck, setStuck] = useState<Error | null>(null);
  const id = user?.sub ?? '';
  const label = user?.email ?? user?.name ?? id;
  const session = useMemo(
    (): Session => ({
      viewer: { id, label },
      getAccessToken: async ({ fresh = false } = {}) => {
        try {
          const token = await getAccessTokenSilently(fresh ? { cacheMode: 'off' } : {});
          if (token) return token;
        } catch (error) {
          const read = readRenewalError(error);
          if (read instanceof SessionEndedError) setEnded(true);
          throw read;
        }
        setEnded(true);
        throw new SessionEndedError('no token');
      },
      prove: dpop ? generateDpopProof : undefined,
      signIn: ({ as } = {}) => {
        reloadWhenBack();
        loginWithRedirect({
          appState: { returnTo: location.href, confirms: typeof as === 'object' ? id : undefined },
          authorizationParams: parametersFor(as, user?.email),
        }).catch((cause: unknown) => setStuck(cause instanceof Error ? cause : new Error(String(cause))));
      },
      signOut: () => {
        reloadWhenBack();
        void logout({ logoutParams: { returnTo: base } });
      },
    }),
    [
      id,
      label,
      user?.email,
      base,
      dpop,
      getAccessTokenSilently,
      generateDpopProof,
      loginWithRedirect,
      logout,
    ],
  );
  return { session, ended, dismissEnded: () => setEnded(false), stuck };
}

/**
 * The back button may bring a page out of the browser's memory as it was left: with everybody on it and somebody's
 * token, though another has signed in since, or on its way to sign-in for ever.
 */
function reloadWhenBack() {
  addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
}

/** What the sign-in service is asked for. Who confirms that it is he need not type his address. */
function parametersFor(as: SignInAs | undefined, email: string | undefined): AuthorizationParams {
  if (as === undefined) return {};
  return as === 'someone-else' ? { prompt: 'login' } : { ...as, login_hint: email };
}
