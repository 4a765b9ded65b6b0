import { boundedCache } from '../bounded-cache.ts';
import { Problem } from '../problem.ts';

/**
 * Auth0 limits the mails to one person, and to nobody none: whoever could send until it refuses would learn whether
 * there is someone. So the limit is ours, below Auth0's, and the same for everyone.
 */
export interface MailTurns {
  /** @throws Problem `busy` when the person's mails are used up for now. */
  take(organization: string, connection: string, identifier: string): void;
}

const perPerson = 5;
const withinMs = 10 * 60_000;
const maximumPeople = 10_000;

/** @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy */
export function openMailTurns(now: () => number): MailTurns {
  const taken = boundedCache<number[]>({ maximum: maximumPeople, lifeMs: withinMs, now });
  return {
    take(organization, connection, identifier) {
      const key = JSON.stringify([organization, connection, identifier]);
      const recent = (taken.get(key) ?? []).filter((at) => now() - at < withinMs);
      const [first] = recent;
      if (first !== undefined && recent.length >= perPerson) {
        const retryAfterSeconds = Math.ceil((first + withinMs - now()) / 1000);
        throw new Problem('busy', {
          detail: 'This person was sent several mails just now.',
          retryAfterSeconds,
        });
      }
      taken.set(key, [...recent, now()]);
    },
  };
}
