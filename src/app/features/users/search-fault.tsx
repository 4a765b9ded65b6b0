import { useT } from '#app/messages/use-t.ts';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';
import type { TextRange } from '#contract/problem.ts';

export interface SearchFault {
  /** What is wrong, in the API's words. */
  detail: string;
  /** Of the text that was searched for. */
  range: TextRange | undefined;
}

/** What is wrong with a search, and where: the text again, with the wrong part marked. */
export function SearchFaultText({ text, fault }: { text: string; fault: SearchFault }) {
  const t = useT('users');
  const { detail, range } = fault;
  if (!range) return detail;
  const wrong = text.slice(range.start, range.end);
  return (
    <>
      {detail}
      {wrong.trim() && <VisuallyHidden> {t('search.wrongPart', { part: wrong })}</VisuallyHidden>}
      <bdi aria-hidden className="mt-0.5 block font-mono whitespace-pre-wrap text-muted">
        {text.slice(0, range.start)}
        <mark className="rounded-sm bg-danger-soft text-danger underline decoration-wavy underline-offset-4">
          {/* What is missing at the end has no characters of its own. */}
          {wrong || '\u00A0\u00A0'}
        </mark>
        {text.slice(range.end)}
      </bdi>
    </>
  );
}
