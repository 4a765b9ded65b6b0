import { useUserAct } from '#app/lib/user-act.ts';
import {
  endAccess,
  endRefreshToken,
  endSession,
  removeDeviceCredential,
  type UserAccess,
} from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';

/** Ends every session and all access of applications, as far as the vendor's plan lets it. */
export function useEndAccess(userId: UserId) {
  return useUserAct(userId, 'endSessions', {
    run: (call, { reason }) => call(endAccess, { params: { userId }, reason }),
    onDone: (known, { ended }) => {
      // Auth0 ends them within moments, and until then lists them still.
      if (ended === 'all') known.changeAccess(() => nothing);
      else void known.renewAccess();
    },
  });
}

const none = { state: 'ready' as const, items: [] };
const nothing: UserAccess = { sessions: none, refreshTokens: none, deviceCredentials: none };

interface One {
  id: string;
}

/** Ends one session, with the access that applications have by it. */
export function useEndSession(userId: UserId) {
  return useUserAct(userId, 'endSessions', {
    name: 'endSession',
    run: (call, { id, reason }: One & { reason?: string }) =>
      call(endSession, { params: { userId, sessionId: id }, reason }),
    onDone: (known, _, { id }) =>
      known.changeAccess(({ sessions, refreshTokens, ...rest }) => ({
        ...rest,
        sessions: without(sessions, (session) => session.id === id),
        refreshTokens: without(refreshTokens, (token) => token.session_id === id),
      })),
  });
}

/** Ends the access that one application has. */
export function useEndRefreshToken(userId: UserId) {
  return useUserAct(userId, 'endSessions', {
    name: 'endRefreshToken',
    run: (call, { id, reason }: One & { reason?: string }) =>
      call(endRefreshToken, { params: { userId, tokenId: id }, reason }),
    onDone: (known, _, { id }) =>
      known.changeAccess((access) => ({
        ...access,
        refreshTokens: without(access.refreshTokens, (token) => token.id === id),
      })),
  });
}

export function useRemoveDevice(userId: UserId) {
  return useUserAct(userId, 'endSessions', {
    name: 'removeDeviceCredential',
    run: (call, { id, reason }: One & { reason?: string }) =>
      call(removeDeviceCredential, { params: { userId, credentialId: id }, reason }),
    onDone: (known, _, { id }) =>
      known.changeAccess((access) => ({
        ...access,
        deviceCredentials: without(access.deviceCredentials, (device) => device.id === id),
      })),
  });
}

type Part<Item> = { state: 'ready'; items: Item[] } | { state: 'forbidden' | 'unentitled' | 'failed' };

function without<Item>(part: Part<Item>, isGone: (item: Item) => boolean): Part<Item> {
  return part.state === 'ready' ? { ...part, items: part.items.filter((item) => !isGone(item)) } : part;
}
