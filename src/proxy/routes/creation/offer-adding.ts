import type { ActDecision } from '#contract/user-act.ts';
import { withSignIn } from '../../acts/offer-act.ts';
import type { Asking } from '../../policy/hook-context.ts';
import type { Services } from '../../services.ts';

/** What a screen is told of adding someone, and of all that is done with his invitation. */
export async function offerAdding(
  { admin, organization }: Asking,
  services: Pick<Services, 'rules' | 'world'>,
): Promise<ActDecision> {
  if (!admin.rights.has('create:users')) return { allowed: false, rule: 'permission' };
  const question = { admin, organization, act: 'createUser', user: null } as const;
  return withSignIn(await services.rules.decide(question), question, services);
}
