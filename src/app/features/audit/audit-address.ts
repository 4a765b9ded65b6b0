import * as z from 'zod/mini';
import { startOfDay } from '#app/lib/time-zone.ts';
import { type AuditFilter, auditOutcome } from '#contract/audit.ts';

const words = z.string().check(z.minLength(1), z.maxLength(300));
const day = z.iso.date();

/** What of the log is shown, as it stands in the address. */
export const auditAddress = z.object({
  who: z.optional(words),
  whom: z.optional(words),
  what: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  outcome: z.optional(auditOutcome),
  /** Days of the person's own time zone; both count. */
  from: z.optional(day),
  to: z.optional(day),
});
export type AuditAddress = z.infer<typeof auditAddress>;

export type ChangeAddress = (
  change: { [Name in keyof AuditAddress]?: AuditAddress[Name] | undefined },
  options?: { replace?: boolean },
) => void;

export const noFilters = {
  who: undefined,
  whom: undefined,
  what: undefined,
  outcome: undefined,
  from: undefined,
  to: undefined,
} as const satisfies Record<keyof AuditAddress, undefined>;

export function isFiltered(address: AuditAddress): boolean {
  return Object.values(address).some((value) => value !== undefined);
}

/** What the API is asked for. */
export function filterFor({ who, whom, what, outcome, from, to }: AuditAddress, zone: string): AuditFilter {
  return {
    ...(who && { actor: who }),
    ...(whom && { target: whom }),
    ...(what && { act: what }),
    ...(outcome && { outcome }),
    ...(from && { from: startOfDay(from, zone).toISOString() }),
    ...(to && { to: startOfDay(to, zone, 1).toISOString() }),
  };
}
