import { endRefreshToken, endSession, removeDeviceCredential } from '#contract/security.ts';
import { type ActCall, beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';
import { type Binding, bind } from '../bind.ts';
import { isUnentitled } from './part.ts';

interface Item {
  id: string;
  user_id?: string | undefined;
}

/** Ends one session of a member, with the refresh tokens that it gave. */
export function bindEndSession(services: Services): Binding {
  const { gateway } = services;
  return bind(endSession, (call) =>
    endItem(call, call.params.sessionId, services, {
      name: 'session_id',
      list: gateway.sessions,
      end: gateway.endSession,
    }),
  );
}

/** Ends what one application may do for a member without him. */
export function bindEndRefreshToken(services: Services): Binding {
  const { gateway } = services;
  return bind(endRefreshToken, (call) =>
    endItem(call, call.params.tokenId, services, {
      name: 'refresh_token_id',
      list: gateway.refreshTokens,
      end: gateway.endRefreshToken,
    }),
  );
}

export function bindRemoveDeviceCredential(services: Services): Binding {
  const { gateway } = services;
  return bind(removeDeviceCredential, (call) =>
    endItem(call, call.params.credentialId, services, {
      name: 'device_credential_id',
      list: gateway.deviceCredentials,
      end: gateway.removeDeviceCredential,
    }),
  );
}

/** Ends one thing that is on the member's own list: an id from elsewhere is an id of nothing. */
async function endItem(
  call: ActCall,
  id: string,
  services: Services,
  kind: {
    /** In the record. */
    name: string;
    list: (userId: string, caller: Caller) => Promise<Item[]>;
    end: (id: string, caller: Caller) => Promise<boolean>;
  },
): Promise<Record<string, never>> {
  const act = await beginAct('endSessions', call, services);
  const { user_id } = act.user;
  const items = await kind.list(user_id, call.caller).catch(noPlan);
  const item = items.find((candidate) => candidate.id === id && (candidate.user_id ?? user_id) === user_id);
  if (!item) throw new Problem('item-not-found');
  // Gone meanwhile is what was wanted.
  await act.perform({ before: { [kind.name]: item.id } }, (caller) => kind.end(item.id, caller));
  return {};
}

function noPlan(error: unknown): never {
  if (!isUnentitled(error)) throw error;
  throw new Problem('not-possible', {
    detail: 'The Auth0 plan of your vendor has no way to do this.',
    cause: error,
  });
}
