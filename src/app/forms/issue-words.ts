import type * as z from 'zod/mini';
import { useT } from '#app/messages/use-t.ts';

type Issue = z.core.$ZodRawIssue;

/** What is wrong with a value, in plain words; a schema's own message goes before these. */
export function useIssueWords(): (issue: Issue) => string {
  const t = useT('forms.issue');
  return (issue) => {
    switch (issue.code) {
      case 'invalid_type':
        return t(isEmpty(issue.input) ? 'required' : 'other');
      case 'too_small':
        if (isEmpty(issue.input)) return t('required');
        return t(issue.origin === 'string' ? 'tooShort' : 'tooSmall', { limit: Number(issue.minimum) });
      case 'too_big':
        return t(issue.origin === 'string' ? 'tooLong' : 'tooBig', { limit: Number(issue.maximum) });
      case 'invalid_format':
        if (isEmpty(issue.input)) return t('required');
        return t(issue.format === 'email' ? 'email' : 'other');
      default:
        return t('other');
    }
  };
}

function isEmpty(input: unknown): boolean {
  return input === undefined || input === null || input === '' || Number.isNaN(input);
}
