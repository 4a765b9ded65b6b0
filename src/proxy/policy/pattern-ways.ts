/** No value that a pattern is asked of is longer: see `longestMatched`. */
const longest = 200;

/**
 * In how many ways a pattern may be tried on one text, at most: what a matcher that goes back has to go through when
 * nothing fits. Each choice and each repetition of no fixed length multiplies them.
 *
 * @param pattern - a regular expression without references back, in which each escape and each class is one letter.
 */
export function waysOf(pattern: string): number {
  let at = 0;

  function alternatives(): number {
    let ways = sequence();
    while (pattern[at] === '|') {
      at += 1;
      ways += sequence();
    }
    return ways;
  }

  function sequence(): number {
    let ways = 1;
    while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') ways *= repeated(atom());
    return ways;
  }

  function atom(): number {
    const opening = match(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y);
    if (opening === null) {
      at += 1;
      return 1;
    }
    const ways = alternatives();
    at += 1;
    return ways;
  }

  function repeated(ways: number): number {
    const quantifier = match(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (quantifier === null) return ways;
    const { least, most } = timesOf(quantifier);
    return (most - least + 1) * ways ** most;
  }

  function match(part: RegExp): string | null {
    part.lastIndex = at;
    const [found = null] = part.exec(pattern) ?? [];
    at += found?.length ?? 0;
    return found;
  }

  return alternatives();
}

function timesOf(quantifier: string): { least: number; most: number } {
  if (quantifier.startsWith('?')) return { least: 0, most: 1 };
  const [, from, comma, to] = /^\{(\d+)(,?)(\d*)\}/.exec(quantifier) ?? [];
  if (from === undefined) return { least: quantifier.startsWith('+') ? 1 : 0, most: longest };
  const least = Math.min(Number(from), longest);
  if (!comma) return { least, most: least };
  return { least, most: to ? Math.min(Number(to), longest) : longest };
}
