import { boundedCache } from '../bounded-cache.ts';
import type { ProxyConfig } from '../config.ts';
import { organizationsOf } from '../scope/scope.ts';
import type { Auth0Admin } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import type { Gateway } from '../tenant/gateway.ts';
import { until } from '../tenant/wait.ts';

/** What the tenant says of an admin now: his profile, and what he may do at our API. */
export interface Standing {
  profile: Auth0Admin;
  organizations: readonly string[];
  permissions: readonly string[];
}

export interface Standings {
  /**
   * Null when he has no profile, is blocked, or belongs to no organization.
   *
   * @throws Problem when the tenant cannot be asked: nobody is let in on an old answer.
   */
  of(subject: string, caller: Caller): Promise<Standing | null>;
  /** Reads him anew for his next request: what we did to him holds at once. */
  forget(subject: string): void;
}

/** A blocked or demoted admin loses access within this time although his token lives on. */
const lifeMs = 60_000;

const maximumAdmins = 5_000;

/** Reads each admin's standing from the tenant, once for all his requests of the next 60 s. */
export function openStandings(
  gateway: Gateway,
  config: ProxyConfig,
  world: { now: () => number; deadlineMs: number },
): Standings {
  const cache = boundedCache<Promise<Standing | null>>({ maximum: maximumAdmins, lifeMs, now: world.now });

  async function read(subject: string, caller: Caller): Promise<Standing | null> {
    const [profile, permissions] = await Promise.all([
      gateway.admin(subject, caller),
      gateway.permissions(subject, config.audience, caller),
    ]);
    const organizations = profile ? organizationsOf(profile, config.organizationKey) : [];
    if (!profile || profile.blocked || !permissions || organizations.length === 0) return null;
    return { profile, organizations, permissions };
  }

  return {
    of(subject, caller) {
      const known = cache.get(subject);
      if (known) return until(caller.signal, known);
      // Others may join: the read must not end when the first one's browser goes away.
      const shared: Caller = {
        ...caller,
        signal: new AbortController().signal,
        deadline: deadlineIn(world.deadlineMs),
      };
      const reading = read(subject, shared);
      cache.set(subject, reading);
      reading.catch(() => {
        if (cache.get(subject) === reading) cache.delete(subject);
      });
      return until(caller.signal, reading);
    },
    forget: cache.delete,
  };
}
