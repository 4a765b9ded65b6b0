import type * as z from 'zod/mini';
import type { FieldError } from '#contract/problem.ts';

type Issue = z.core.$ZodIssue;

/**
 * What a schema found wrong, in plain words and without repeating what was sent.
 *
 * @param pointerTo - the pointer for a path: `?sort` for parameters, `#/blocked` for bodies.
 */
export function fieldErrors(
  issues: readonly Issue[],
  pointerTo: (path: readonly PropertyKey[]) => string,
): FieldError[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          pointer: pointerTo([...issue.path, key]),
          detail: 'This is not known here.',
        }))
      : [{ pointer: pointerTo(issue.path), detail: detailOf(issue) }],
  );
}

function detailOf(issue: Exclude<Issue, { code: 'unrecognized_keys' }>): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${nounOf(issue.expected)}.`;
    case 'invalid_value':
      return `This must be one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_big':
      return `This is too long: at most ${issue.maximum}.`;
    case 'too_small':
      return `This is too short: at least ${issue.minimum}.`;
    default:
      return 'This is not valid.';
  }
}

function nounOf(type: string): string {
  const nouns = new Map([
    ['boolean', 'true or false'],
    ['string', 'a text'],
    ['number', 'a number'],
    ['array', 'a list'],
    ['object', 'an object'],
  ]);
  return nouns.get(type) ?? 'something else';
}

export function queryPointer(path: readonly PropertyKey[]): string {
  return `?${path.map(String).join('.')}`;
}

export function bodyPointer(path: readonly PropertyKey[]): string {
  return `#${path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`;
}
