import { useEffect, useEffectEvent } from 'react';
import { interruptedIn } from '#app/lib/interrupted-act.ts';

interface Resumable {
  act: string;
  /** On which of several things. */
  item?: string | undefined;
  onSelect: () => void;
}

/** Opens again what the admin had open when he was sent to sign in. */
export function useResume(controls: readonly Resumable[]) {
  const resumed = controls.find(({ act, item }) => interruptedIn(act, item));
  const open = useEffectEvent(() => resumed?.onSelect());
  const act = resumed?.act;
  useEffect(() => {
    if (act !== undefined) open();
  }, [act]);
}
