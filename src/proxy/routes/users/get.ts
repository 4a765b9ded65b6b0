import { getUser } from '#contract/routes.ts';
import type { AuthenticationMethod } from '#contract/user.ts';
import { Problem } from '../../problem.ts';
import { isShared, showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0AuthenticationMethod } from '../../tenant/answers.ts';
import { UpstreamFailure } from '../../tenant/upstream-failure.ts';
import { type Binding, bind } from '../bind.ts';
import { memberOf } from './member.ts';
import { signInsOf } from './sign-ins.ts';
import { profileOf } from './user-view.ts';

type Part<Item> = { state: 'ready'; items: Item[] } | { state: 'forbidden' | 'unentitled' | 'failed' };

/** A member's page: first he, who must be a member; then all the rest side by side, each part failing alone. */
export function bindGetUser(services: Services): Binding {
  const { config, gateway } = services;
  return bind(getUser, async ({ admin, organization, params, caller, report }) => {
    const user = await memberOf(organization, params.userId, services, caller);
    const id = user.user_id;
    const shared = isShared(user, config.organizationKey);
    const shows = showsConnection(user, organization, config);
    const part = <Item>(read: Promise<Item[]>) => partOf(read, caller.signal, report);

    const [roles, bruteForceBlocks, authenticationMethods, signIns] = await Promise.all([
      part(gateway.roles(id, caller)),
      part(
        gateway
          .bruteForceBlocks(id, caller)
          .then((blocks) => blocks.filter((block) => shows(block.connection))),
      ),
      part(gateway.authenticationMethods(id, caller).then(methodsOf)),
      admin.rights.has('read:activity')
        ? part(gateway.logEntries(id, caller).then((entries) => signInsOf(id, entries, { shared, shows })))
        : forbidden,
    ]);
    const self = id === admin.profile.user_id;
    const profile = profileOf(user, { self, shows, fields: config.policy.fields });
    return { user: profile, roles, bruteForceBlocks, authenticationMethods, signIns };
  });
}

const forbidden = { state: 'forbidden' } as const;

async function partOf<Item>(
  read: Promise<Item[]>,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<Part<Item>> {
  try {
    return { state: 'ready', items: await read };
  } catch (error) {
    signal.throwIfAborted();
    report(error);
    return { state: isUnentitled(error) ? 'unentitled' : 'failed' };
  }
}

/** The vendor's Auth0 plan lacks it. */
function isUnentitled(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : undefined;
  return cause instanceof UpstreamFailure && cause.code === 'insufficient_entitlement';
}

/** Those that were set up to the end. */
function methodsOf(methods: Auth0AuthenticationMethod[]): AuthenticationMethod[] {
  return methods
    .filter((method) => method.confirmed !== false)
    .map(({ id, type, name, phone_number, email, created_at, last_auth_at }) => ({
      id,
      type,
      name,
      hint: phone_number ?? email,
      created_at,
      last_auth_at,
    }));
}
