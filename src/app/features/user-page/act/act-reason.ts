import { useT } from '#app/messages/use-t.ts';
import type { UserDetail } from '#contract/user.ts';
import type { ActDecision, UserAct } from '#contract/user-act.ts';

/** How an act is offered: not at all to those who may never do it, with what stands against it to the others. */
export type Offer = { shown: false } | { shown: true; reason: string | undefined };

/** How each act on this person is offered. The API decides again when it is done. */
export function useOffers(detail: Pick<UserDetail, 'acts'>): (act: UserAct) => Offer {
  const wordsFor = useRuleWords();
  return (act) => {
    const decision = detail.acts[act];
    if (decision.allowed) return { shown: true, reason: undefined };
    return decision.rule === 'permission'
      ? { shown: false }
      : { shown: true, reason: wordsFor(act, decision) };
  };
}

type Refusal = Extract<ActDecision, { allowed: false }>;

/** The vendor's own words where there are any, else those for this act, else those for the rule. */
function useRuleWords(): (act: UserAct, refusal: Refusal) => string {
  const t = useT('userPage.against');
  return (act, { rule, reason }) => {
    if (reason) return reason;
    // Not every act has words of its own; `has` tells those that have.
    const own = `${act}.${rule}` as 'sendVerificationEmail.state';
    return t.has(own) ? t(own) : t(`rule.${rule}`);
  };
}
