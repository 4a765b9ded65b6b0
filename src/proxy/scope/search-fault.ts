import type { TextRange } from '#contract/problem.ts';
import { Problem } from '#proxy/problem.ts';

/** What is wrong with a search, in words for the person who typed it, and where in his text. */
export function searchFault(detail: string, { start, end }: TextRange): Problem {
  return new Problem('invalid-search', { detail, range: { start, end } });
}
