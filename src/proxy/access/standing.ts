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
  /** Names of his roles, for the record; undefined when they could not be read. */
  roles: readonly string[] | undefined;
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

/** Roles decide nothing here, they are only told: they may be older. */
const rolesLifeMs = 600_000;

const maximumAdmins = 5_000;

/** Reads each admin's standing from the tenant, once for all his requests of the next 60 s. */
export function openStandings(
  gateway: Gateway,
  config: ProxyConfig,
  world: { now: () => number; deadlineMs: number },
): Standings {
  const cache = boundedCache<Promise<Standing | null>>({ maximum: maximumAdmins, lifeMs, now: world.now });

  const knownRoles = boundedCache<{ names: readonly string[] | undefined }>({
    maximum: maximumAdmins,
    lifeMs: rolesLifeMs,
    now: world.now,
  });

  async function read(subject: string, caller: Caller): Promise<Standing | null> {
    const [profile, permissions, roles] = await Promise.all([
      gateway.admin(subject, caller),
      gateway.permissions(subject, config.audience, caller),
      rolesOf(subject, caller),
    ]);
    const organizations = profile ? organizationsOf(profile, config.organizationKey) : [];
    if (!profile || profile.blocked || !permissions || organizations.length === 0) return null;
    return { profile, organizations, permissions, roles };
  }

  async function rolesOf(subject: string, caller: Caller): Promise<readonly string[] | undefined> {
    const known = knownRoles.get(subject);
    if (known) return known.names;
    const names = await gateway.roles(subject, caller).then(
      (roles) => roles.map(({ name }) => name),
      // A tenant that does not let us see roles has admins all the same.
      () => undefined,
    );
    knownRoles.set(subject, { names });
    return names;
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
