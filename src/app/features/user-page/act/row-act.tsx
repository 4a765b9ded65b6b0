import { useResume } from '#app/forms/use-resume.ts';
import { Button } from '#app/ui/button.tsx';
import type { UserDetail } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { useOffers } from './act-reason.ts';

interface RowActProps {
  detail: Pick<UserDetail, 'acts'>;
  act: UserAct;
  /** The row, as its dialog knows it. */
  item: string;
  /** What is seen, such as "Remove"; and what is read out, which names the row. */
  label: string;
  name: string;
  onSelect: () => void;
}

/**
 * The button of an act that every row of a list offers. Where something stands against the act, there is none: the
 * list's own bar says why, once.
 */
export function RowAct({ detail, act, item, label, name, onSelect }: RowActProps) {
  const offer = useOffers(detail)(act);
  const isOpen = offer.shown && offer.reason === undefined;
  useResume(isOpen ? [{ act, item, onSelect }] : []);
  if (!isOpen) return null;
  return (
    <Button variant="quiet" aria-label={name} onClick={onSelect} className="-me-2 shrink-0 self-start">
      {label}
    </Button>
  );
}
