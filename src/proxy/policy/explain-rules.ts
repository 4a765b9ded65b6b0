import { type ActDecision, type ActRule, actRule, type UserAct, userActs } from '#contract/user-act.ts';

/** What each rule says when nothing stands against the act, and when it does. */
const words: Readonly<Record<ActRule, (act: UserAct) => { ok: string; no: string }>> = {
  permission: (act) => ({ ok: `he holds ${userActs[act]}`, no: `he does not hold ${userActs[act]}` }),
  'own-account': () => ({
    ok: 'not his own account, or it does him no harm there',
    no: 'it is his own account',
  }),
  outranked: () => ({
    ok: 'he may do all that the user may',
    no: 'the user may do what he may not',
  }),
  'shared-user': () => ({
    ok: 'the user is of this organization alone, or others are not touched',
    no: 'the user belongs to other organizations as well',
  }),
  'last-administrator': () => ({
    ok: 'looked at again in the act itself',
    no: 'nobody would be left who manages roles',
  }),
  connection: () => ({
    ok: 'this kind of account allows it',
    no: 'Auth0 does not allow it for this kind of account',
  }),
  state: () => ({ ok: 'there is something to do', no: 'there is nothing to do, or not now' }),
  policy: () => ({ ok: 'nothing against it', no: 'access says no' }),
};

/** What stands against an act; empty when nothing does. */
export function whyNot(act: UserAct, decision: ActDecision): string {
  return decision.allowed ? '' : (decision.reason ?? words[decision.rule](act).no);
}

/** Every rule that was asked about an act, in its order, and which one decides. */
export function rulesOf(act: UserAct, decision: ActDecision): string[] {
  const all = actRule.options;
  if (decision.allowed) return [`${act}: allowed`, ...all.map((rule) => passed(act, rule))];
  const { rule } = decision;
  const before = all.slice(0, all.indexOf(rule)).map((earlier) => passed(act, earlier));
  return [`${act}: refused by ${rule}`, ...before, `  ✗ ${rule}: ${whyNot(act, decision)}`];
}

function passed(act: UserAct, rule: ActRule): string {
  return `  ✓ ${rule}: ${words[rule](act).ok}`;
}
