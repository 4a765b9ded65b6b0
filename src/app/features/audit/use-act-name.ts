import { useT } from '#app/messages/use-t.ts';
import type { AuditRow } from '#contract/audit.ts';
import { isKnownAct } from './acts.ts';

/** What was done in plain words; an act of a newer API goes by its own name. */
export function useActName(): (row: Pick<AuditRow, 'act' | 'after'>) => string {
  const t = useT('audit');
  return ({ act, after }) => {
    if (act === 'setUserBlocked' && after?.blocked === true) return t('blocked');
    if (act === 'setUserBlocked' && after?.blocked === false) return t('unblocked');
    return isKnownAct(act) ? t(`act.${act}`) : t('otherAct', { name: act });
  };
}
