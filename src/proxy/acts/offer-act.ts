import type { ActDecision, UserAct } from '#contract/user-act.ts';
import { missingSignIn } from '../access/step-up.ts';
import { hookFailed } from '../policy/open-hooks.ts';
import type { PolicyQuestion } from '../policy/rules.ts';
import type { Services } from '../services.ts';
import { decideAct } from './decide-act.ts';

/** What a screen is told of an act on a member: `decideAct`'s answer, and whether it would ask for a sign-in first. */
export async function offerAct(
  act: UserAct,
  context: Parameters<typeof decideAct>[1],
  services: Services,
): Promise<ActDecision> {
  const { admin, organization, subject } = context;
  const decision = await decideAct(act, context, services);
  return withSignIn(decision, { admin, organization, act, user: subject.user }, services);
}

/** Adds to what is allowed the sign-in that it would ask for. Where the policy cannot say, the act would be refused. */
export async function withSignIn(
  decision: ActDecision,
  question: PolicyQuestion,
  { rules, world }: Pick<Services, 'rules' | 'world'>,
): Promise<ActDecision> {
  if (!decision.allowed) return decision;
  const wanted = await rules.foreseenStepUp(question);
  if (wanted === 'unknown') return { allowed: false, rule: 'policy', reason: hookFailed };
  const missing = missingSignIn([wanted], question.admin.authentication, world.now());
  return missing ? { ...decision, signInAgain: missing } : decision;
}
