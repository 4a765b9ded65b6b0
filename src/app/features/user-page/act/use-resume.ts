import { useEffect, useEffectEvent } from 'react';
import { interruptedIn } from '#app/lib/interrupted-act.ts';

interface Resumable {
  act: string;
  onSelect: () => void;
}

/** Opens again what the admin had open when he was sent to sign in. */
export function useResume(controls: readonly Resumable[]) {
  const resumed = controls.find(({ act }) => interruptedIn(act));
  const open = useEffectEvent(() => resumed?.onSelect());
  const act = resumed?.act;
  useEffect(() => {
    if (act !== undefined) open();
  }, [act]);
}
