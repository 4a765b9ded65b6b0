import { z } from 'zod';
import { type UserAct, userActNames } from '#contract/user-act.ts';
import type { StepUp } from '../access/step-up.ts';
import { contextOf } from './access-rules.ts';
import type { AccessContext } from './hook-context.ts';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { PolicyQuestion, Rules } from './rules.ts';

/**
 * Which acts ask for a recent sign-in, or one with a second factor: by the act's name, or by a function that may look at
 * who does it to whom. It needs the Actions tell-sign-in and, for a second factor, ask-second-factor in the tenant.
 */
export type StepUpPolicy =
  | Readonly<Partial<Record<UserAct | 'createUser', StepUp>>>
  | ((context: AccessContext) => StepUp | null | Promise<StepUp | null>);

/** Less than a minute would pass while the admin comes back from signing in. */
const stepUp = z
  .strictObject({
    maxAgeSeconds: z.number().int().min(60).max(86_400).optional(),
    mfa: z.boolean().optional(),
  })
  .refine(
    ({ maxAgeSeconds, mfa }) => maxAgeSeconds !== undefined || mfa !== undefined,
    'say maxAgeSeconds or mfa',
  );

const answer = stepUp.nullable();

export const stepUpPolicy = z.union(
  [
    z.custom<Extract<StepUpPolicy, (context: never) => unknown>>((value) => typeof value === 'function'),
    z.partialRecord(z.enum([...userActNames, 'createUser']), stepUp),
  ],
  'name acts, each with maxAgeSeconds (60 to 86400) or mfa, or use a function',
);

export function stepUpRules(
  { stepUp: wanted }: Policy,
  hooks: Hooks,
): Pick<Rules, 'stepUp' | 'foreseenStepUp'> {
  const ask = (question: PolicyQuestion) =>
    typeof wanted === 'function' ? () => wanted(contextOf(question, hooks)) : null;
  const named = ({ act }: PolicyQuestion): StepUp | null =>
    typeof wanted === 'function' || act === 'readUser' ? null : (wanted?.[act] ?? null);
  const read = (given: unknown) => answer.parse(given);
  return {
    async stepUp(question) {
      const run = ask(question);
      return run ? hooks.insist('stepUp', run, read) : named(question);
    },
    async foreseenStepUp(question) {
      const run = ask(question);
      if (!run) return named(question);
      return hooks.ask<StepUp | null | 'unknown'>(question, 'stepUp', run, read, 'unknown');
    },
  };
}
