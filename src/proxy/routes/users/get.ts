import { type ActDecision, type UserAct, userActNames } from '#contract/user-act.ts';
import { getUser } from '#contract/user-routes.ts';
import type { Admin } from '../../access/access.ts';
import { passwordRulesFor } from '../../accounts/password-rules.ts';
import { readOnlyAttributes } from '../../accounts/read-only.ts';
import { subjectOf } from '../../acts/begin-act.ts';
import type { Subject } from '../../acts/decide-act.ts';
import { offerAct } from '../../acts/offer-act.ts';
import { showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';
import type { Caller } from '../../tenant/caller.ts';
import { type Binding, bind } from '../bind.ts';
import { memberOf } from './member.ts';
import { methodsOf } from './method-view.ts';
import { partOf } from './part.ts';
import { profileOf } from './user-view.ts';

/** A member's page: first he, who must be a member; then all the rest side by side, each part failing alone. */
export function bindGetUser(services: Services): Binding {
  const { config, gateway } = services;
  return bind(getUser, async ({ admin, organization, scope, params, caller, report }) => {
    const user = await memberOf(scope, params.userId, services, caller);
    const id = user.user_id;
    const shows = showsConnection(user, organization, config);
    const part = <Item>(read: Promise<Item[]>) => partOf(read, caller.signal, report);

    const [found, connection, roles, bruteForceBlocks, authenticationMethods] = await Promise.all([
      subjectOf(user, services, caller),
      connectionOf(user, services, caller, report),
      part(gateway.roles(id, caller)),
      part(
        gateway
          .bruteForceBlocks(id, caller)
          .then((blocks) => blocks.filter((block) => shows(block.connection))),
      ),
      part(gateway.authenticationMethods(id, caller).then(methodsOf)),
    ]);
    const self = id === admin.profile.user_id;
    const profile = profileOf(user, { organization, self, shows, fields: config.policy.fields });
    const subject: Subject = { ...found, connection: async () => connection };
    const acts = await decisionsOf({ admin, organization, subject }, services);
    return {
      user: profile,
      readOnly: readOnlyAttributes(user, connection),
      passwordRules: passwordRulesFor(user, connection),
      acts,
      roles,
      bruteForceBlocks,
      authenticationMethods,
    };
  });
}

/** Without it the page says what the account alone tells, and an act finds out. */
async function connectionOf(
  user: Auth0User,
  { facts }: Services,
  caller: Caller,
  report: (error: unknown) => void,
): Promise<Auth0Connection | null> {
  const main = user.identities[0]?.connection;
  if (main === undefined) return null;
  return facts.connection(main, caller).catch((error: unknown) => {
    caller.signal.throwIfAborted();
    report(error);
    return null;
  });
}

/** What the admin may do to him: the same answers that the acts themselves would give. */
async function decisionsOf(
  context: { admin: Admin; organization: string; subject: Subject },
  services: Services,
): Promise<Record<UserAct, ActDecision>> {
  const decided = await Promise.all(
    userActNames.map(async (act) => [act, await offerAct(act, context, services)] as const),
  );
  // One entry for each name.
  return Object.fromEntries(decided) as Record<UserAct, ActDecision>;
}
