import { z } from 'zod';
import type { FieldLimits, FieldValue } from '#contract/field.ts';
import { isDay, longest, longestMatched } from './field-limits.ts';
import { isWebAddress } from './field-reading.ts';
import { compilePattern } from './pattern.ts';
import type { PolicyField } from './policy-field.ts';

/** A value as it is stored; null for an emptied field; or what is wrong with it, for the admin. */
export type Checked = { value: FieldValue | null } | { fault: string };

/** A value that someone wants to write, held to all that its declaration says but `validate`. */
export function checkValue(field: PolicyField, wanted: FieldValue | null): Checked {
  if (wanted === null || isEmpty(wanted))
    return field.required ? { fault: 'Fill this in.' } : { value: null };
  const checked = checkType(field, wanted);
  if ('fault' in checked || checked.value !== '') return checked;
  return checkValue(field, null);
}

function isEmpty(wanted: FieldValue): boolean {
  return wanted === '' || (Array.isArray(wanted) && wanted.length === 0);
}

function checkType(field: PolicyField, wanted: FieldValue): Checked {
  const { type, limits = {} } = field;
  switch (type) {
    case 'number':
      if (typeof wanted !== 'number' || !Number.isFinite(wanted)) return { fault: 'Write a number.' };
      return withinSizes(wanted, limits);
    case 'date':
      if (typeof wanted !== 'string' || !isDay(wanted)) return { fault: 'Write a date like 2026-11-21.' };
      return withinSizes(wanted, limits);
    case 'yes-no':
      return typeof wanted === 'boolean' ? { value: wanted } : { fault: 'Choose yes or no.' };
    case 'choice':
      return isOption(field, wanted) ? { value: wanted } : { fault: 'Choose one of the list.' };
    case 'choices':
      return isOptions(field, wanted) ? { value: wanted } : { fault: 'Choose from the list, each once.' };
    default:
      return typeof wanted === 'string' ? checkText(type, wanted, limits) : { fault: 'Write a text.' };
  }
}

function withinSizes(value: number | string, { minimum, maximum }: FieldLimits): Checked {
  if (minimum !== undefined && value < minimum) return { fault: `Not below ${minimum}.` };
  if (maximum !== undefined && value > maximum) return { fault: `Not above ${maximum}.` };
  return { value };
}

function isOption({ options = [] }: PolicyField, wanted: FieldValue): wanted is string {
  return options.some(({ value }) => value === wanted);
}

function isOptions(field: PolicyField, wanted: FieldValue): wanted is string[] {
  if (!Array.isArray(wanted) || new Set(wanted).size !== wanted.length) return false;
  return wanted.every((item) => isOption(field, item));
}

type TextType = keyof typeof longest;

/** Control characters and halves of characters, which no person types. */
const unwritable = /[\p{Cc}\p{Cs}]/u;

const forms: Readonly<Record<TextType, (text: string) => Checked>> = {
  text: (text) => ({ value: text }),
  'long-text': (text) => ({ value: text }),
  email: (text) =>
    z.email().safeParse(text).success ? { value: text } : { fault: 'Write an email address.' },
  phone(text) {
    const digits = text.replace(/[\s()./-]/g, '');
    return /^\+?\d{3,15}$/.test(digits)
      ? { value: digits }
      : { fault: 'Write a phone number like +49 30 123456.' };
  },
  link: (text) =>
    isWebAddress(text) ? { value: text } : { fault: 'Write a web address that begins with https://.' },
};

function checkText(type: TextType, wanted: string, limits: FieldLimits): Checked {
  const text = wanted.trim();
  if (text === '') return { value: '' };
  const lines = type === 'long-text' ? text.replace(/[\t\r\n]/g, ' ') : text;
  if (unwritable.test(lines)) return { fault: 'There is a character here that cannot be written.' };
  const formed = forms[type](text);
  if ('fault' in formed || typeof formed.value !== 'string') return formed;
  return withinLengths(formed.value, type, limits);
}

function withinLengths(text: string, type: TextType, limits: FieldLimits): Checked {
  const { minLength = 0, pattern, patternHelp } = limits;
  const maximum = Math.min(
    limits.maxLength ?? longest[type],
    pattern === undefined ? Infinity : longestMatched,
  );
  const { length } = text;
  if (length < minLength) return { fault: `This is too short: at least ${minLength}.` };
  if (length > maximum) return { fault: `This is too long: at most ${maximum}.` };
  if (pattern === undefined || compilePattern(pattern).test(text)) return { value: text };
  return { fault: patternHelp ?? 'This is not valid.' };
}
