import type { TextRange } from '#contract/problem.ts';
import { searchFault } from './search-fault.ts';
import type { Token } from './search-scanner.ts';

const maximumTerms = 40;
const maximumDepth = 10;

/**
 * Checks that operators and brackets stand where they can, and writes every operator that the admin left out.
 *
 * @throws Problem `invalid-search`, which says what is missing and where.
 */
export function completeGrammar(tokens: readonly Token[]): Token[] {
  const complete: Token[] = [];
  const open: Token[] = [];
  let terms = 0;
  let previous: Token | null = null;
  for (const token of tokens) {
    const isWaiting = awaitsTerm(previous);
    if (isWaiting) refuseMisplaced(token, previous);
    if (token.kind === ')' && !open.pop()) throw searchFault('This bracket was never opened.', token);
    if (token.kind === '(' && open.push(token) > maximumDepth) {
      throw searchFault(`Brackets can stand in each other ${maximumDepth} deep at most.`, token);
    }
    if (token.kind === 'term' && ++terms > maximumTerms) {
      throw searchFault(`Search for ${maximumTerms} things at a time at most.`, token);
    }
    const isImplicitAnd = !isWaiting && ['(', 'term', 'NOT'].includes(token.kind);
    if (isImplicitAnd) complete.push({ kind: 'AND', ...rangeOf(token) });
    complete.push(token);
    previous = token;
  }
  if (previous && awaitsTerm(previous)) refuseUnfinished(previous);
  const unclosed = open.at(-1);
  if (unclosed) throw searchFault('This bracket is never closed. Add a ) where it ends.', unclosed);
  return complete;
}

function awaitsTerm(previous: Token | null): boolean {
  return previous === null || !['term', ')'].includes(previous.kind);
}

function refuseMisplaced(token: Token, previous: Token | null): void {
  if (token.kind === 'AND' || token.kind === 'OR') {
    const detail = `${token.kind} joins two things: write something before it, or put the word in quotes.`;
    throw searchFault(detail, token);
  }
  if (token.kind !== ')') return;
  if (previous?.kind === '(') {
    throw searchFault('There is nothing between these brackets.', { start: previous.start, end: token.end });
  }
  if (previous) refuseUnfinished(previous);
}

function refuseUnfinished(last: Token): void {
  if (last.kind === '(') throw searchFault('This bracket is never closed. Add a ) where it ends.', last);
  const word = last.kind === 'NOT' ? 'NOT' : last.kind;
  throw searchFault(
    `Something must follow ${word}. If you look for this word itself, put it in quotes.`,
    last,
  );
}

function rangeOf({ start, end }: Token): TextRange {
  return { start, end };
}
