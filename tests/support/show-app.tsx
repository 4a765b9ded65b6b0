import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import '#app/app.css';
import { TransportProvider } from '#app/lib/call-context.ts';
import { hashLocation } from '#app/lib/location.ts';
import { createQueryClient } from '#app/lib/query-client.ts';
import { loadCatalogue } from '#app/messages/catalogue.ts';
import { MessagesProvider } from '#app/messages/messages-provider.tsx';
import { AppRoutes } from '#app/routes/app-routes.tsx';
import { type Session, SessionProvider, type SignInAs } from '#app/session/session.ts';
import { ToastProvider } from '#app/ui/toast.tsx';
import { proxyUrl, type StartOptions, startProxy } from './start-proxy.ts';

const locationHook = hashLocation();

/** The real proxy before an emulated tenant, and a way to show the app's screens to its admin in this page. */
export async function startApp(options: StartOptions = {}) {
  const world = await startProxy(options);
  const { proxy, admin, config } = world;
  const transport = {
    proxy: `${proxyUrl}${config.basePath}`,
    getAccessToken: async () => admin.token,
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => proxy.fetch(new Request(input, init)),
  };
  /** How the app has sent its admin to sign in. */
  const signIns: (SignInAs | undefined)[] = [];
  const session: Session = {
    getAccessToken: transport.getAccessToken,
    signIn: ({ as } = {}) => void signIns.push(as),
    signOut: () => {},
    viewer: { id: admin.person.user_id, label: admin.person.email ?? '' },
  };
  const catalogue = await loadCatalogue();

  /** Opens an address as a new page load would: nothing is remembered but what stands in it. */
  function open(address: string) {
    history.pushState(null, '', `#${address}`);
    const queries = createQueryClient();
    const place = document.body.appendChild(document.createElement('div'));
    const root = createRoot(place);
    root.render(
      <MessagesProvider catalogue={catalogue}>
        <ToastProvider>
          <QueryClientProvider client={queries}>
            <Router hook={locationHook}>
              <SessionProvider value={session}>
                <TransportProvider value={transport}>
                  <AppRoutes />
                </TransportProvider>
              </SessionProvider>
            </Router>
          </QueryClientProvider>
        </ToastProvider>
      </MessagesProvider>,
    );
    const close = () => {
      root.unmount();
      place.remove();
      queries.clear();
    };
    return { queries, close };
  }

  return { ...world, open, signIns };
}
