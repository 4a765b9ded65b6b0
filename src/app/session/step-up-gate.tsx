import { type ReactNode, Suspense, use, useMemo, useState } from 'react';
import { TransportContext, TransportProvider } from '#app/lib/call-context.ts';
import { beginVisit } from '#app/lib/confirmation.ts';
import { isSomethingKept } from '#app/lib/interrupted-act-key.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import type { StepUpDemand } from '#contract/step-up.ts';
import { useSession } from './session.ts';

const StepUpDialog = lazyWithWords(
  ['session'],
  async () => (await import('./step-up-dialog.tsx')).StepUpDialog,
);

const LandingNotice = lazyWithWords(
  ['session'],
  async () => (await import('./landing-notice.tsx')).LandingNotice,
);

/** Wherever the API asks for another sign-in, asks the admin for it. */
export function StepUpGate({ children }: { children: ReactNode }) {
  const transport = use(TransportContext);
  const { signIn, viewer } = useSession();
  const [isLanding, setLanding] = useState(() => {
    beginVisit(viewer.id);
    return isSomethingKept();
  });
  const [demand, setDemand] = useState<StepUpDemand | null>(null);
  const asking = useMemo(() => transport && { ...transport, onStepUp: setDemand }, [transport]);
  return (
    <TransportProvider value={asking}>
      {children}
      <Suspense>
        {isLanding && <LandingNotice viewer={viewer} onClose={() => setLanding(false)} />}
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
