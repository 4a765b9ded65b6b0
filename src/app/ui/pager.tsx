import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from './button.tsx';

interface PagerProps {
  /** Where one is, such as "51–100 of 4,212". */
  summary: ReactNode;
  /** Null on the first page. */
  onPrevious: (() => void) | null;
  /** Null on the last page. */
  onNext: (() => void) | null;
}

export function Pager({ summary, onPrevious, onNext }: PagerProps) {
  const t = useT('ui');
  return (
    <nav aria-label={t('pages')} className="flex flex-wrap items-center gap-2">
      <p className="me-auto text-sm text-muted figures">{summary}</p>
      <Button
        icon={<ChevronLeft aria-hidden className="size-4 rtl:-scale-x-100" />}
        disabled={!onPrevious}
        onClick={() => onPrevious?.()}
      >
        {t('previous')}
      </Button>
      <Button disabled={!onNext} onClick={() => onNext?.()}>
        {t('next')}
        <ChevronRight aria-hidden className="size-4 rtl:-scale-x-100" />
      </Button>
    </nav>
  );
}
