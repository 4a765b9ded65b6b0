import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import type { LeaveReceipt } from '#contract/leave.ts';

/** A receipt in words, for the screen, paper and a text file alike. */
export interface ReceiptWords {
  title: string;
  /** What was done, in one sentence; of an erasure, the certificate's. */
  statement: string;
  facts: [name: string, value: string][];
  steps: [name: string, state: string][];
  /** What is not over yet. */
  note: string;
}

/** All that was to be done was done, or the plan of the service does not have it. */
export function isComplete({ steps }: LeaveReceipt): boolean {
  return steps.every(({ state }) => state !== 'failed' && state !== 'stopped');
}

export function useReceiptWords(receipt: LeaveReceipt): ReceiptWords {
  const t = useT('leave.receipt');
  const format = useFormat();
  const { id, way, at, by, organization, person, steps, delete_at } = receipt;
  const name = isolated(person.name);
  const date = format.dateTime(new Date(way === 'delete-later' ? (delete_at ?? at) : at));
  const isDone = steps.some(({ step, state }) => lastSteps.has(step) && state === 'done');
  const isErased = isDone && way === 'delete-now';
  const sentence = t(isDone ? `done.${way}` : `partly.${way}`, { name, organization, date });
  const known: [string, string | undefined][] = [
    [t('person'), person.name],
    [t('email'), person.email],
    [t('userId'), person.user_id],
    [t('organization'), organization],
    [t('at'), `${format.dateTime(new Date(at))} (${at})`],
    [t('by'), by.email === undefined ? by.name : `${by.name}, ${by.email}`],
    [t('deleteAt'), delete_at && format.dateTime(new Date(delete_at))],
    [t('number'), id],
  ];
  return {
    title: t(isErased ? 'certificate' : 'title'),
    statement: isErased ? t('certificateText', { name, id: person.user_id, date }) : sentence,
    facts: known.filter((fact): fact is [string, string] => fact[1] !== undefined),
    steps: steps.map(({ step, state }) => [t(`step.${step}`), t(`state.${state}`)]),
    note: t('passes'),
  };
}

const lastSteps = new Set(['remove', 'schedule-deletion', 'delete']);

/** The receipt as plain text. */
export function receiptText({ title, statement, facts, steps, note }: ReceiptWords): string {
  const lines = (rows: [string, string][]) => rows.map(([name, value]) => `${name}: ${value}`).join('\n');
  return `${[title, statement, lines(facts), lines(steps), note].join('\n\n')}\n`;
}
