import type { FieldLimits, FieldType } from '#contract/field.ts';
import { patternFault } from './pattern.ts';

type LimitName = keyof FieldLimits;

const sizes: readonly LimitName[] = ['minimum', 'maximum'];
const lengths: readonly LimitName[] = ['minLength', 'maxLength', 'pattern', 'patternHelp'];

/** Which limits a type of field can have. */
const limitsOf: Readonly<Record<FieldType, readonly LimitName[]>> = {
  text: lengths,
  'long-text': ['minLength', 'maxLength'],
  number: sizes,
  date: sizes,
  'yes-no': [],
  choice: [],
  choices: [],
  email: lengths,
  phone: lengths,
  link: lengths,
};

/** The longest value of each type that is a text, unless its declaration says less. */
export const longest = { text: 200, 'long-text': 2000, email: 254, phone: 30, link: 1000 } as const;

/** Patterns are asked of no more than this: a slow one stays bearable. */
export const longestMatched = 200;

/** A calendar day, such as `2026-11-21`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** What is wrong with the limits that a field declares. */
export function limitFaults(type: FieldType, limits: FieldLimits): string[] {
  const faults: string[] = [];
  const given = Object.entries(limits).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const foreign = given.filter((name) => !limitsOf[type].some((known) => known === name));
  if (foreign.length > 0) faults.push(`limits: ${type} has no ${foreign.join(', ')}`);
  const { minimum, maximum, minLength = 0, maxLength, pattern } = limits;
  for (const size of [minimum, maximum]) {
    if (size !== undefined && !isSize(type, size)) faults.push(`limits: use ${sizeForm(type)}`);
  }
  if (minimum !== undefined && maximum !== undefined && minimum > maximum)
    faults.push('limits: end before they begin');
  for (const length of [minLength, maxLength ?? 0]) {
    if (!Number.isInteger(length) || length < 0 || length > 4000)
      faults.push('limits: use lengths of 0 to 4000');
  }
  if (minLength > (maxLength ?? 4000)) faults.push('limits: end before they begin');
  const wrong = pattern === undefined ? null : patternFault(pattern);
  if (wrong) faults.push(`limits: the pattern ${wrong}`);
  return faults;
}

function isSize(type: FieldType, size: number | string): boolean {
  return type === 'date' ? typeof size === 'string' && isDay(size) : Number.isFinite(size);
}

function sizeForm(type: FieldType): string {
  return type === 'date' ? 'dates such as 2026-11-21' : 'numbers';
}
