import type { ActDecision } from '#contract/user-act.ts';
import { accessAnswer } from './denial.ts';
import type { AccessContext } from './hook-context.ts';
import { type Hooks, hookFailed } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { PolicyQuestion, Rules } from './rules.ts';

const mailIsBetter =
  'Your vendor allows a mail only: then nobody but the person himself ever knows the password.';

export function accessRules({ access, passwords }: Policy, hooks: Hooks): Pick<Rules, 'decide' | 'mayRead'> {
  async function decide(question: PolicyQuestion): Promise<ActDecision> {
    if (question.act === 'setPassword' && passwords !== 'temporary') return refused(mailIsBetter);
    if (!access) return { allowed: true };
    const answer = await hooks.ask(question, 'access', () => access(contextOf(question, hooks)), readAnswer, {
      denied: hookFailed,
    });
    if (answer === true) return { allowed: true };
    return refused(answer === false ? undefined : answer.denied);
  }

  return {
    decide,
    async mayRead(asking, user) {
      const { allowed } = await decide({ ...asking, user, act: 'readUser' });
      return allowed;
    },
  };
}

function readAnswer(answer: unknown) {
  return accessAnswer.parse(answer);
}

function refused(reason: string | undefined): ActDecision {
  return { allowed: false, rule: 'policy', reason };
}

/** What a hook is told of an act. */
export function contextOf(question: PolicyQuestion, hooks: Hooks): AccessContext {
  const { admin } = hooks.admin(question);
  if (question.act === 'createUser') return Object.freeze({ admin, action: question.act, user: null });
  return Object.freeze({ admin, action: question.act, user: hooks.user(question.user) });
}
