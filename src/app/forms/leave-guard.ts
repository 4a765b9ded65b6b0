import { useEffect } from 'react';
import { isActKept } from '#app/lib/interrupted-act.ts';

/** Lets the browser ask before a page is closed or loaded anew with something entered in it. */
export function useLeaveGuard(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => {
      // Who signs in again finds it as it was.
      if (!isActKept()) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
