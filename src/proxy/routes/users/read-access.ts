import type * as z from 'zod/mini';
import type { userAccess } from '#contract/security.ts';
import { isShared } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Caller } from '../../tenant/caller.ts';
import { deviceCredentialView, type NameOf, refreshTokenView, sessionView } from './access-view.ts';
import { type Part, partOf } from './part.ts';

/**
 * Where a member is signed in, each part failing alone. Device credentials are the older way to see what refresh
 * tokens are: they are read where the plan lacks those. What belongs to anyone else is dropped.
 */
export async function readAccess(
  user: Auth0User,
  services: Services,
  { caller, report }: { caller: Caller; report: (error: unknown) => void },
): Promise<z.input<typeof userAccess>> {
  const { gateway } = services;
  const id = user.user_id;
  const naming = namesFor(user, services, caller, report);
  const isHis = ({ user_id = id }: { user_id?: string | undefined }) => user_id === id;

  async function shown<Item extends { user_id?: string | undefined }, View>(
    read: Promise<Item[]>,
    view: (nameOf: NameOf) => (item: Item) => View,
  ): Promise<View[]> {
    const [items, nameOf] = await Promise.all([read, naming]);
    return items.filter(isHis).map(view(nameOf));
  }
  const part = <Item>(read: Promise<Item[]>): Promise<Part<Item>> => partOf(read, caller.signal, report);

  const [sessions, refreshTokens] = await Promise.all([
    part(shown(gateway.sessions(id, caller), sessionView)),
    part(shown(gateway.refreshTokens(id, caller), refreshTokenView)),
  ]);
  const deviceCredentials =
    refreshTokens.state === 'unentitled'
      ? await part(shown(gateway.deviceCredentials(id, caller), deviceCredentialView))
      : { state: 'ready' as const, items: [] };
  return { sessions, refreshTokens, deviceCredentials };
}

/**
 * Names of applications. A person of several organizations also uses what other customers have bought: of him none is
 * named. Without the names the rest is shown all the same.
 */
async function namesFor(
  user: Auth0User,
  { config, facts }: Services,
  caller: Caller,
  report: (error: unknown) => void,
): Promise<NameOf> {
  if (isShared(user, config.organizationKey)) return () => undefined;
  try {
    const names = await facts.applicationNames(caller);
    return (clientId = '') => names.get(clientId) || undefined;
  } catch (error) {
    caller.signal.throwIfAborted();
    report(error);
    return () => undefined;
  }
}
