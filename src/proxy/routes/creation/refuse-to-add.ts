import { refuseStaleSignIn } from '../../access/step-up.ts';
import { refuseWithoutReason } from '../../acts/refuse-without-reason.ts';
import type { Asking } from '../../policy/hook-context.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';

/**
 * Holds adding someone, and all that is done with his invitation, to what the vendor's policy asks of `createUser`.
 *
 * @throws Problem `policy-refused`, `reason-required`, `step-up-required`
 */
export async function refuseToAdd(
  { admin, organization, reason }: Asking & { reason: string | undefined },
  { rules, world }: Pick<Services, 'rules' | 'world'>,
): Promise<void> {
  const question = { admin, organization, act: 'createUser', user: null } as const;
  const decision = await rules.decide(question);
  if (!decision.allowed) throw new Problem('policy-refused', { detail: decision.reason });
  refuseWithoutReason('createUser', reason, rules);
  refuseStaleSignIn([await rules.stepUp(question)], admin.authentication, world.now());
}
