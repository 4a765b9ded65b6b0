import { useEffect, useEffectEvent } from 'react';
import { ProblemError } from '#app/lib/call-error.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import type { ChangeList } from './user-list-state.ts';

/** A link to a page that can no longer be read leads to the first one. */
export function useExpiredPage(error: Error | null, onChange: ChangeList): boolean {
  const t = useT('users');
  const toast = useToast();
  const isExpired = error instanceof ProblemError && error.type === 'invalid-cursor';
  const toFirst = useEffectEvent(() => {
    onChange({}, { replace: true });
    toast({ tone: 'info', message: t('expired') });
  });
  useEffect(() => {
    if (isExpired) toFirst();
  }, [isExpired]);
  return isExpired;
}
