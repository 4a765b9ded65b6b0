import type { Me, Settings } from '#contract/me.ts';

export type ExampleMeaning =
  | 'part'
  | 'phrase'
  | 'start'
  | 'end'
  | 'status'
  | 'connection'
  | 'field'
  | 'since'
  | 'number'
  | 'or'
  | 'not';

export interface SearchExample {
  text: string;
  meaning: ExampleMeaning;
}

interface ExampleSource {
  me: Pick<Me, 'email'> & { settings: Pick<Settings, 'fields' | 'connections'> };
  /** A value for the first field that can be searched. */
  fieldValue: string;
  year: number;
}

/** Searches to try, in the words of this organization where they are known. */
export function searchExamples({ me, fieldValue, year }: ExampleSource): SearchExample[] {
  const [connection] = me.settings.connections;
  const field = me.settings.fields.find(({ shows }) => shows.includes('search'));
  const host = me.email?.split('@').at(-1) ?? 'example.com';
  return [
    { text: 'jane', meaning: 'part' },
    { text: '"Jane Doe"', meaning: 'phrase' },
    { text: 'email:jane*', meaning: 'start' },
    { text: `email:*@${host}`, meaning: 'end' },
    { text: 'status:blocked', meaning: 'status' },
    ...(connection
      ? [{ text: `connection:${quoted(connection.name)}`, meaning: 'connection' } as const]
      : []),
    ...(field ? [{ text: `${field.name}:${fieldValue}`, meaning: 'field' } as const] : []),
    { text: `last_login:[${year}-01-01 TO *]`, meaning: 'since' },
    { text: 'logins_count:>10', meaning: 'number' },
    { text: 'status:blocked OR status:unverified', meaning: 'or' },
    { text: '(jane OR john) AND NOT status:blocked', meaning: 'not' },
  ];
}

function quoted(value: string): string {
  return /^[\w-]+$/.test(value) ? value : JSON.stringify(value);
}
