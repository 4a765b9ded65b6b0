import type { UserAct } from '#contract/user-act.ts';
import { Problem } from '../problem.ts';
import { covers } from '../scope/scope.ts';
import type { Caller } from '../tenant/caller.ts';
import type { Gateway } from '../tenant/gateway.ts';
import type { Subject } from './decide-act.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { partlyDone } from './partly-done.ts';

/**
 * Whoever holds this administrates his organization: he can give everything else. Nobody acts on himself or on someone
 * who may do more, so whoever takes an administrator away is one himself, and stays. Unless two take away each other at
 * the same moment: that is what this file is about.
 */
const administrating = 'manage:roles';

/** After one of these a person may administrate no longer. */
const takingAway: ReadonlySet<UserAct> = new Set([
  'block',
  'changeRoles',
  'unlinkIdentity',
  'leave',
  'delete',
]);

/** Whether an act could take an administrator away. */
export function takesAdministratorAway(act: UserAct, { held }: Subject): boolean {
  return takingAway.has(act) && held.includes(administrating);
}

/** Who takes an administrator away, from where. */
interface Taker {
  userId: string;
  organization: string;
  /** What he may do here now; the one he takes away has no more. */
  held: readonly string[];
}

/** How an administrator is taken away. */
interface Taking<Value> {
  /** @param stands - asks once more, before what cannot be undone; when it is not called, it is asked at the end. */
  take(stands: () => Promise<void>): Promise<Value>;
  /** Undoes what was done until `stands` threw. */
  giveBack(): Promise<void>;
}

export interface LastAdministrator {
  /**
   * Takes an administrator away in such a way that one stays: in one proxy such acts run one after another, each of
   * someone who still stands. Another proxy may have done the same to him meanwhile; so he is read again after the
   * first write, and if he no longer stands, what he did is undone. Of several who take away each other, the one who
   * writes last sees what the others have written.
   *
   * @throws Problem `not-an-admin` when he was taken away before, with nothing written; `last-administrator` when he
   * was taken away meanwhile, with everything undone; and what `take` and `giveBack` throw.
   */
  guard<Value>(taker: Taker, caller: Caller, begin: (guarded: Guarded) => Promise<Value>): Promise<Value>;
}

/** Within the guard: the taking itself, which may be put on record first. */
type Guarded = <Value>(taking: Taking<Value>, toTheEnd: Caller) => Promise<Value>;

export function openLastAdministrator(
  gateway: Gateway,
  { audience, organizationKey }: { audience: string; organizationKey: string },
): LastAdministrator {
  const inTurn = oneAtATime();

  /** Whether he is an administrator of the organization at this moment, whatever anyone has read before. */
  async function standsNow({ userId, organization, held }: Taker, caller: Caller): Promise<boolean> {
    const fresh = { fresh: true };
    const [user, rights] = await Promise.all([
      gateway.user(userId, caller, fresh),
      gateway.permissions(userId, audience, caller, fresh),
    ]);
    if (!user || user.blocked || !covers(organization, organizationKey, user)) return false;
    return rights !== null && held.every((name) => rights.includes(name));
  }

  return {
    async guard(taker, caller, begin) {
      return inTurn(taker.organization, caller, async () => {
        if (!(await standsNow(taker, caller))) throw new Problem('not-an-admin');
        return begin(async ({ take, giveBack }, toTheEnd) => {
          let asked = false;
          const stands = async () => {
            asked = true;
            const isStanding = await standsNow(taker, toTheEnd).catch(afterWriting);
            if (!isStanding) throw takenAwayMeanwhile();
          };
          try {
            const value = await take(stands);
            if (!asked) await stands();
            return value;
          } catch (error) {
            if (isTakenAway(error)) await giveBack().catch(afterWriting);
            throw error;
          }
        });
      });
    },
  };
}

function takenAwayMeanwhile(): Problem {
  return new Problem('last-administrator', {
    detail: 'Someone took your own rights away at the same moment. What you did has been undone.',
  });
}

/** Something has been written already, whatever this call says of itself. */
function afterWriting(error: unknown): never {
  throw partlyDone(
    error,
    'This was done, but nobody could see what has become of it. Look before you go on.',
  );
}

function isTakenAway(error: unknown): boolean {
  return error instanceof Problem && error.type === 'last-administrator';
}
