import { QueryClientProvider } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, StrictMode, Suspense, useMemo, useState } from 'react';
import { Router } from 'wouter';
import { ErrorBoundary } from './failure/error-boundary.tsx';
import { TransportProvider } from './lib/call-context.ts';
import type { Config } from './lib/config.ts';
import { browserLocation, hashLocation } from './lib/location.ts';
import { createQueryClient } from './lib/query-client.ts';
import type { Catalogue } from './messages/catalogue.ts';
import { MessagesProvider } from './messages/messages-provider.tsx';
import { AppRoutes } from './routes/app-routes.tsx';
import { useSession } from './session/session.ts';
import { ToastProvider } from './ui/toast.tsx';

interface AppProps {
  config: Config;
  catalogue: Catalogue;
  /** Where the access token comes from. */
  SessionSource: ComponentType<{ children: ReactNode }>;
}

export function App({ config, catalogue, SessionSource }: AppProps) {
  const [hook] = useState(() =>
    config.history === 'hash' ? hashLocation() : browserLocation(new URL(config.base).pathname),
  );
  return (
    <Frame catalogue={catalogue}>
      <Router hook={hook}>
        <SessionSource>
          <Connection proxy={config.proxy}>
            <AppRoutes />
          </Connection>
        </SessionSource>
      </Router>
    </Frame>
  );
}

/** What even a page that says why the app cannot start needs. */
export function Frame({ catalogue, children }: { catalogue: Catalogue; children: ReactNode }) {
  return (
    <StrictMode>
      <MessagesProvider catalogue={catalogue}>
        <ErrorBoundary>
          <ToastProvider>
            <Suspense>{children}</Suspense>
          </ToastProvider>
        </ErrorBoundary>
      </MessagesProvider>
    </StrictMode>
  );
}

function Connection({ proxy, children }: { proxy: string; children: ReactNode }) {
  const { getAccessToken, prove } = useSession();
  const [queries] = useState(createQueryClient);
  const transport = useMemo(() => ({ proxy, getAccessToken, prove }), [proxy, getAccessToken, prove]);
  return (
    <QueryClientProvider client={queries}>
      <TransportProvider value={transport}>{children}</TransportProvider>
    </QueryClientProvider>
  );
}
