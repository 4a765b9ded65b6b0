import { type AssignableRole, changeRoles } from '#contract/roles.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { partlyDone } from '../../acts/partly-done.ts';
import { stillOurs } from '../../acts/put-back.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';
import { type Binding, bind } from '../bind.ts';
import { checkDifference, outranked, type RoleDifference, roleDifference } from '../roles/role-difference.ts';
import { outrankNow, rolesFor } from '../roles/roles-for.ts';

type Role = Pick<AssignableRole, 'id' | 'name' | 'description'>;

/** Gives and takes roles of a member, and tells which he has afterwards. */
export function bindChangeRoles(services: Services): Binding {
  const { gateway } = services;
  return bind(changeRoles, async (call) => {
    const { admin, organization, caller } = call;
    const act = await beginAct('changeRoles', call, services);
    const { user_id } = act.user;
    const [now, known] = await Promise.all([
      gateway.rolesNow(user_id, caller),
      rolesFor({ admin, organization }, services, caller),
    ]);
    if (!now) throw new Problem('user-not-found');
    const ids = now.map(({ id }) => id);
    const change = roleDifference(call.body, ids);
    checkDifference(change, known, ids);
    if (change.give.length + change.take.length === 0) return { roles: now };
    if (await outrankNow(admin, change.give, services, caller)) throw outranked();

    const names = (list: readonly Role[]) => ({ roles: list.map(({ id, name }) => ({ id, name })) });
    let reached: Role[] = now;
    const apply = async (difference: RoleDifference, toTheEnd: Caller) => {
      await changeTo(user_id, difference, services, toTheEnd, (part) => {
        reached = applied(reached, part, known);
      });
    };
    const undo = (toTheEnd: Caller) => apply({ give: change.take, take: change.give }, toTheEnd);
    const ours = await act.perform(
      { before: names(now), after: names(applied(now, change, known)), reached: () => names(reached) },
      async (toTheEnd) => {
        await apply(change, toTheEnd);
        return stillOurs(act.stillMember, () => undo(toTheEnd));
      },
      undo,
    );
    ours();
    const after = await gateway.rolesNow(user_id, caller).catch(call.report);
    return { roles: after ?? reached };
  });
}

const halfDone = 'Roles were taken, but the new ones may not have been given. Look before you try again.';

/**
 * Takes before it gives: when the second call fails, he has too little rather than too much.
 *
 * @param onDone - hears of each half that Auth0 confirmed.
 * @throws Problem of the call that failed; when something was done before it, its detail says so.
 */
async function changeTo(
  userId: string,
  { give, take }: RoleDifference,
  { gateway }: Services,
  caller: Caller,
  onDone: (part: RoleDifference) => void,
): Promise<void> {
  if (take.length > 0) {
    if (!(await gateway.takeRoles(userId, take, caller))) throw new Problem('user-not-found');
    onDone({ give: [], take });
  }
  if (give.length === 0) return;
  const isGiven = await gateway.giveRoles(userId, give, caller).catch((error: unknown) => {
    throw take.length > 0 ? partlyDone(error, halfDone) : error;
  });
  if (!isGiven) throw new Problem('user-not-found');
  onDone({ give, take: [] });
}

function applied(roles: readonly Role[], { give, take }: RoleDifference, known: readonly Role[]): Role[] {
  const given = known.filter(({ id }) => give.includes(id) && roles.every((role) => role.id !== id));
  return [...roles.filter(({ id }) => !take.includes(id)), ...given];
}
