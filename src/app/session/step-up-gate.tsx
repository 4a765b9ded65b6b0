import { type ReactNode, Suspense, use, useMemo, useState } from 'react';
import { TransportContext, TransportProvider } from '#app/lib/call-context.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import type { StepUpDemand } from '#contract/step-up.ts';
import { useSession } from './session.ts';

const StepUpDialog = lazyWithWords(
  ['session'],
  async () => (await import('./step-up-dialog.tsx')).StepUpDialog,
);

/** Wherever the API asks for another sign-in, asks the admin for it. */
export function StepUpGate({ children }: { children: ReactNode }) {
  const transport = use(TransportContext);
  const { signIn } = useSession();
  const [demand, setDemand] = useState<StepUpDemand | null>(null);
  const asking = useMemo(() => transport && { ...transport, onStepUp: setDemand }, [transport]);
  return (
    <TransportProvider value={asking}>
      {children}
      <Suspense>
        {demand && (
          <StepUpDialog
            demand={demand}
            onSignIn={() => signIn({ as: demand })}
            onClose={() => setDemand(null)}
          />
        )}
      </Suspense>
    </TransportProvider>
  );
}
