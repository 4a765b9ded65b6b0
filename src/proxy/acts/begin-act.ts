import type { ProblemType } from '#contract/problem.ts';
import type { ActRule, UserAct } from '#contract/user-act.ts';
import type { Admin } from '../access/access.ts';
import { refuseStaleSignIn } from '../access/step-up.ts';
import type { ActRecord } from '../audit/act-record.ts';
import { Problem } from '../problem.ts';
import { memberOf } from '../routes/users/member.ts';
import type { MemberScope } from '../scope/member-scope.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { decideAct, type Subject } from './decide-act.ts';
import { takesAdministratorAway } from './last-administrator.ts';
import { partlyDone } from './partly-done.ts';
import { putBack } from './put-back.ts';
import { refuseWithoutReason } from './refuse-without-reason.ts';
import { seenThrough } from './seen-through.ts';

/** The request that asks for an act. */
export interface ActCall {
  admin: Admin;
  scope: MemberScope;
  params: { userId: string };
  caller: Caller;
  record: ActRecord;
  /** Why he does it, in his own words. */
  reason: string | undefined;
}

/** An act that may be done. */
export interface Act extends Subject {
  /**
   * Writes between the two halves of the act's record. A write that has begun is seen through although the browser
   * leaves: `caller` in `write` is for that. Afterwards the user is read anew wherever he was known.
   *
   * @param undo - puts back what `write` has done so far; asked for when an administrator must not be taken away after
   * all, and when the user was moved to another organization while we wrote. An act that can take one away has it, and
   * one that could let somebody into the account.
   * @throws Problem `audit-unavailable` with nothing written, `last-administrator` with everything undone, and what
   * `write` throws.
   */
  perform<Value>(on: Changed, write: Write<Value>, undo?: Undo): Promise<Value>;
  /** As `perform`, for a write that answers with the whole user; null from it means that he is gone. */
  save(on: Changed, write: Write<Auth0User | null>, undo?: Undo): Promise<Auth0User>;
  /**
   * Reads him once more, after a write whose outcome is for nobody who could not ask for it now.
   *
   * @throws Problem `user-not-found` when he was moved to another organization while we wrote.
   */
  stillMember(): Promise<Auth0User>;
}

/** @param stands - before what cannot be undone: throws unless the admin may still do this. */
type Write<Value> = (caller: Caller, stands: () => Promise<void>) => Promise<Value>;
type Undo = (caller: Caller) => Promise<unknown>;

/** What an act changes, for its record: no secret stands in it. */
interface Changed {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Of an act of several writes: what has become of it, in the place of `after`. */
  reached?: () => Record<string, unknown>;
}

/**
 * Reads the user as he is now, decides, and gives the means to act: the beginning of every act on a user.
 *
 * @param acts - one, or several that are all done at once: each must be allowed.
 * @throws Problem `user-not-found` for everyone outside the scope, and one for each rule that can stand against an act.
 */
export async function beginAct(
  acts: UserAct | readonly UserAct[],
  call: ActCall,
  services: Services,
): Promise<Act> {
  const { admin, scope, caller, record } = call;
  const all = typeof acts === 'string' ? [acts] : acts;
  const user = await memberOf(scope, call.params.userId, services, caller, { fresh: true });
  const subject = await subjectOf(user, services, caller, { fresh: true });
  for (const act of all) {
    await permit(act, { admin, organization: scope.organization, subject }, services);
    refuseWithoutReason(act, call.reason, services.rules);
  }
  const asking = { admin, organization: scope.organization, user };
  const stepUps = all.map((act) => services.rules.stepUp({ ...asking, act }));
  refuseStaleSignIn(await Promise.all(stepUps), admin.authentication, services.world.now());

  async function recorded<Value>(on: Changed, write: (caller: Caller) => Promise<Value>): Promise<Value> {
    const toTheEnd = seenThrough(caller, services.limits.deadlineMs);
    services.recentWrites.before(user);
    try {
      return await record.perform({ target: user.user_id, targetName: user.name, ...on }, () =>
        write(toTheEnd),
      );
    } finally {
      services.standings.forget(user.user_id);
    }
  }

  const perform: Act['perform'] = (on, write, undo) => {
    const isGuarded = all.some((act) => takesAdministratorAway(act, subject));
    if (!isGuarded) return recorded(on, (toTheEnd) => write(toTheEnd, async () => {}));
    if (!undo) throw new Error(`${all.join(' and ')} cannot be undone`);
    const taker = { userId: admin.profile.user_id, organization: scope.organization, held: subject.held };
    return services.lastAdministrator.guard(taker, caller, (guarded) =>
      recorded(on, (toTheEnd) =>
        guarded(
          {
            take: (stands) => write(toTheEnd, stands),
            giveBack: async () => void (await undo(toTheEnd)),
          },
          toTheEnd,
        ),
      ),
    );
  };

  return {
    ...subject,
    perform,
    async save(on, write, undo) {
      const saved = await perform(
        on,
        async (toTheEnd, stands) => {
          const written = await write(toTheEnd, stands);
          if (!written) throw new Problem('user-not-found');
          if (undo && !scope.covers(written)) await putBack(() => undo(toTheEnd));
          return written;
        },
        undo,
      );
      services.recentWrites.remember(saved);
      // Moved to another organization while we wrote: from now on he does not exist here.
      if (!scope.covers(saved)) throw new Problem('user-not-found');
      return saved;
    },
    async stillMember() {
      const toTheEnd = seenThrough(caller, services.limits.deadlineMs);
      return memberOf(scope, user.user_id, services, toTheEnd, { fresh: true }).catch((error: unknown) => {
        const isGone = error instanceof Problem && error.type === 'user-not-found';
        throw isGone ? error : partlyDone(error, doneUnseen);
      });
    },
  };
}

/** @throws Problem of the rule that stands against the act. */
export async function permit(
  act: UserAct,
  context: { admin: Admin; organization: string; subject: Subject },
  services: Services,
): Promise<void> {
  const decision = await decideAct(act, context, services);
  if (!decision.allowed) throw new Problem(problemsOf[decision.rule], { detail: decision.reason });
}

/**
 * The user with all that decides who may act on him.
 *
 * @throws Problem `user-not-found`
 */
export async function subjectOf(
  user: Auth0User,
  services: Pick<Services, 'gateway' | 'config' | 'facts'>,
  caller: Caller,
  options?: { fresh: boolean },
): Promise<Subject> {
  const { gateway, config } = services;
  return subjectWith(
    user,
    await gateway.permissions(user.user_id, config.audience, caller, options),
    services,
    caller,
  );
}

/** As `subjectOf`, with what was read of his rights; null where there was nobody. */
export function subjectWith(
  user: Auth0User,
  held: readonly string[] | null,
  { facts }: Pick<Services, 'facts'>,
  caller: Caller,
): Subject {
  if (!held) throw new Problem('user-not-found');
  const main = user.identities[0]?.connection;
  return { user, held, connection: async () => (main ? facts.connection(main, caller) : null) };
}

const doneUnseen = 'This was done, but nobody could see what has become of it. Look before you go on.';

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
