import type { ProblemType } from '#contract/problem.ts';
import type { ActRule, UserAct } from '#contract/user-act.ts';
import type { Admin } from '../access/access.ts';
import type { ActRecord } from '../audit/act-record.ts';
import { Problem } from '../problem.ts';
import { memberOf } from '../routes/users/member.ts';
import type { MemberScope } from '../scope/member-scope.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import { decideAct, type Subject } from './decide-act.ts';

/** The request that asks for an act. */
export interface ActCall {
  admin: Admin;
  scope: MemberScope;
  params: { userId: string };
  caller: Caller;
  record: ActRecord;
}

/** An act that may be done. */
export interface Act extends Subject {
  /**
   * Writes between the two halves of the act's record. A write that has begun is seen through although the browser
   * leaves: `caller` in `write` is for that. Afterwards the user is read anew wherever he was known.
   *
   * @throws Problem `audit-unavailable` with nothing written, and what `write` throws.
   */
  perform<Value>(on: Changed, write: (caller: Caller) => Promise<Value>): Promise<Value>;
  /** As `perform`, for a write that answers with the whole user; null from it means that he is gone. */
  save(on: Changed, write: (caller: Caller) => Promise<Auth0User | null>): Promise<Auth0User>;
}

/** What an act changes, for its record: no secret stands in it. */
interface Changed {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/**
 * Reads the user as he is now, decides, and gives the means to act: the beginning of every act on a user.
 *
 * @throws Problem `user-not-found` for everyone outside the scope, and one for each rule that can stand against an act.
 */
export async function beginAct(act: UserAct, call: ActCall, services: Services): Promise<Act> {
  const { admin, scope, caller, record } = call;
  const user = await memberOf(scope, call.params.userId, services, caller, { fresh: true });
  const subject = await subjectOf(user, services, caller, { fresh: true });
  const decision = await decideAct(act, { admin, organization: scope.organization, subject }, services);
  if (!decision.allowed) throw new Problem(problemsOf[decision.rule], { detail: decision.reason });

  async function perform<Value>(on: Changed, write: (caller: Caller) => Promise<Value>): Promise<Value> {
    const toTheEnd = seenThrough(caller, services.limits.deadlineMs);
    try {
      return await record.perform({ target: user.user_id, ...on }, () => write(toTheEnd));
    } finally {
      services.standings.forget(user.user_id);
    }
  }

  return {
    ...subject,
    perform,
    async save(on, write) {
      const saved = await perform(on, async (toTheEnd) => {
        const written = await write(toTheEnd);
        if (!written) throw new Problem('user-not-found');
        return written;
      });
      services.recentWrites.remember(saved);
      // Moved to another organization while we wrote: from now on he does not exist here.
      if (!scope.covers(saved)) throw new Problem('user-not-found');
      return saved;
    },
  };
}

/**
 * The user with all that decides who may act on him.
 *
 * @throws Problem `user-not-found`
 */
export async function subjectOf(
  user: Auth0User,
  { gateway, config }: Pick<Services, 'gateway' | 'config'>,
  caller: Caller,
  options?: { fresh: boolean },
): Promise<Subject> {
  const held = await gateway.permissions(user.user_id, config.audience, caller, options);
  if (!held) throw new Problem('user-not-found');
  return { user, held };
}

const problemsOf: Readonly<Record<ActRule, ProblemType>> = {
  permission: 'permission-missing',
  'own-account': 'own-account',
  outranked: 'outranked',
  'shared-user': 'shared-user',
  'last-administrator': 'last-administrator',
  connection: 'not-possible',
  state: 'not-possible',
  policy: 'policy-refused',
};

function seenThrough(caller: Caller, deadlineMs: number): Caller {
  return { ...caller, signal: new AbortController().signal, deadline: deadlineIn(deadlineMs) };
}
