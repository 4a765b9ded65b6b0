import { boundedCache } from '../bounded-cache.ts';
import type { AuditAct, AuditLog } from './audit-log.ts';

/** What is known of the admin and his request. */
export type SignIn = Omit<AuditAct, 'act' | 'target' | 'before' | 'after' | 'reason'>;

export interface SignIns {
  /**
   * Puts a sign-in on record when it is first seen in its organization: once, whichever of several proxies sees it and
   * however often they start anew. Nothing waits for it; `onFault` hears when it could not be kept, and the next
   * request after a while tries again.
   *
   * @param session - the same for all that came of one sign-in of this admin.
   */
  note(signIn: SignIn, session: string, onFault: (error: unknown) => void): void;
}

/** Longer than most tokens live; when it is forgotten, the log itself knows that it has the row. */
const lifeMs = 86_400_000;
const maximum = 10_000;

/** A log that is down is not asked by every request. */
const retryMs = 10_000;

export function openSignIns({ audit, now }: { audit: AuditLog; now: () => number }): SignIns {
  const seen = boundedCache<{ retryAt: number }>({ maximum, lifeMs, now });
  return {
    note(signIn, session, onFault) {
      const key = JSON.stringify([signIn.actor, session, signIn.organization]);
      const known = seen.get(key);
      if (known && now() < known.retryAt) return;
      seen.set(key, { retryAt: Number.POSITIVE_INFINITY });
      keep(audit, key, signIn).catch((error: unknown) => {
        seen.set(key, { retryAt: now() + retryMs });
        onFault(error);
      });
    },
  };
}

async function keep(audit: AuditLog, key: string, signIn: SignIn): Promise<void> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  const id = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  await audit.signIn(`sign-in-${id}`, { ...signIn, act: 'signIn', target: null });
}
