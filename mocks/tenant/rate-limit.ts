import type { Faults } from './faults.ts';

/** Endpoints that Auth0 counts together. */
export type LimitGroup =
  | 'users_read'
  | 'users_write'
  | 'users_delete'
  | 'organizations_list'
  | 'organizations_read'
  | 'user_organizations'
  | 'logs'
  | 'clients'
  | 'connections'
  | 'global';

interface Limit {
  burst: number;
  perMinute: number;
}

/**
 * Groups that a plan does not name share its `global` bucket.
 *
 * @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
const plans: Record<Faults['plan'], Partial<Record<LimitGroup, Limit>> & { global: Limit }> = {
  none: { global: { burst: 10_000, perMinute: 600_000 } },
  free: { global: { burst: 2, perMinute: 120 } },
  professional: {
    users_read: { burst: 40, perMinute: 500 },
    users_write: { burst: 20, perMinute: 200 },
    users_delete: { burst: 20, perMinute: 200 },
    organizations_list: { burst: 5, perMinute: 50 },
    organizations_read: { burst: 20, perMinute: 200 },
    logs: { burst: 10, perMinute: 100 },
    clients: { burst: 5, perMinute: 100 },
    connections: { burst: 5, perMinute: 50 },
    global: { burst: 10, perMinute: 150 },
  },
  enterprise: {
    organizations_list: { burst: 10, perMinute: 100 },
    organizations_read: { burst: 10, perMinute: 100 },
    user_organizations: { burst: 40, perMinute: 500 },
    global: { burst: 50, perMinute: 960 },
  },
};

interface Taken {
  allowed: boolean;
  /** `x-ratelimit-*`; the reset is in Unix seconds: when the bucket is full again. */
  headers: Record<string, string>;
  message: string;
}

export interface RateLimiter {
  take(group: LimitGroup): Taken;
}

/** Token buckets: a burst, then a steady refill. With the plan `none` they count and refuse nothing. */
export function rateLimiter(faults: Faults, now: () => number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(group) {
      const plan = plans[faults.plan];
      const name = plan[group] ? group : 'global';
      const limit = plan[name] ?? plan.global;
      const perMs = limit.perMinute / 60_000;
      const key = `${faults.plan} ${name}`;
      const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now() };
      const tokens = Math.min(limit.burst, bucket.tokens + (now() - bucket.at) * perMs);
      const allowed = tokens >= 1 || faults.plan === 'none';
      const left = allowed ? Math.max(0, tokens - 1) : tokens;
      buckets.set(key, { tokens: left, at: now() });
      return {
        allowed,
        headers: limitHeaders(limit.burst, left, now() + (limit.burst - left) / perMs),
        message:
          name === 'global'
            ? 'Global limit has been reached'
            : `Global per second ${name} group limit has been reached`,
      };
    },
  };
}

export function limitHeaders(limit: number, left: number, fullAtMs: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(Math.floor(left)),
    'x-ratelimit-reset': String(Math.ceil(fullAtMs / 1000)),
  };
}
