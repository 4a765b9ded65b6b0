import { waysOf } from './pattern-ways.ts';

/**
 * What makes a declared pattern useless or slow, in words; null when it may be used. A pattern that repeats something
 * which repeats itself can take longer than anybody lives, on a text of thirty letters.
 *
 * @see https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS
 */
export function patternFault(pattern: string): string | null {
  if (pattern.length > 200) return 'is longer than 200 characters';
  try {
    compilePattern(pattern);
  } catch {
    return 'is no regular expression';
  }
  const plain = withoutLiterals(pattern);
  if (/\\[1-9]|\\k</.test(plain)) return 'refers back to a group, which can be slow';
  if (repeatsRepetition(plain))
    return 'repeats a group that holds a repetition or a choice, which can be slow';
  if ((plain.match(elastic) ?? []).length > 3) return 'repeats without end more than three times';
  return waysOf(plain) > mostWays ? 'can be tried in too many ways, which can be slow' : null;
}

/** As many as three repetitions without end have. */
const mostWays = 8_000_000;

/** For the whole value. */
export function compilePattern(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

/** What can match many lengths. */
const elastic = /[*+]|\{\d+,(?:\d{2,})?\}/g;

/** Escaped characters and character classes hold no operators; `\1` and `\k<` stay. */
function withoutLiterals(pattern: string): string {
  return pattern.replace(/\\(?![1-9]|k<)./gu, 'x').replace(/\[[^\]]*\]/g, 'x');
}

/** Whether a group after which `*`, `+` or `{…}` stands has an elastic repetition, or a `|`, inside. */
function repeatsRepetition(plain: string): boolean {
  const risky: boolean[] = [false];
  for (const [piece] of plain.matchAll(/\((?:\?[:=!]|\?<[=!]?)?|\)(?:[*+{])?|[*+|]|\{\d+,(?:\d{2,})?\}/g)) {
    if (piece.startsWith('(')) risky.push(false);
    else if (piece.startsWith(')')) {
      const inner = risky.pop() ?? false;
      const repeated = piece.length > 1;
      if (inner && repeated) return true;
      if (inner || repeated) risky[risky.length - 1] = true;
    } else risky[risky.length - 1] = true;
  }
  return false;
}
