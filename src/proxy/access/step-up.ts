import { z } from 'zod';
import { multiFactor, type StepUpDemand } from '#contract/step-up.ts';
import { Problem } from '../problem.ts';

/** How and when somebody has signed in, by his token. */
export interface Authentication {
  /** Epoch milliseconds of the newest sign-in; null when the token does not say. */
  at: number | null;
  /** Whether a second factor was part of it. */
  mfa: boolean;
}

/** What the vendor's policy may ask of a sign-in. */
export interface StepUp {
  /** How old it may be. */
  readonly maxAgeSeconds?: number | undefined;
  /** Whether it takes a second factor. */
  readonly mfa?: boolean | undefined;
}

/**
 * The claims that src/auth0/tell-sign-in.cjs adds to access tokens, which tell nothing of it by themselves. One in
 * another form is as good as none.
 */
export const authenticationClaims = z.object({
  'https://steward/auth_time': z.number().int().min(0).optional().catch(undefined),
  'https://steward/amr': z.array(z.string()).optional().catch(undefined),
});

export function readAuthentication(claims: z.infer<typeof authenticationClaims>): Authentication {
  const { 'https://steward/auth_time': at, 'https://steward/amr': methods } = claims;
  return { at: at === undefined ? null : at * 1000, mfa: methods?.includes('mfa') ?? false };
}

/** The tenant's clock may be ahead of ours by so much. */
const clockToleranceMs = 5_000;

/**
 * What to ask the sign-in service for before an act, where the admin's sign-in is not what the policy asks for; null
 * where it is. What a token does not tell has not happened.
 *
 * @param wanted - one for each act that is done at once: the strictest counts.
 * @param now - epoch milliseconds.
 */
export function missingSignIn(
  wanted: readonly (StepUp | null)[],
  authentication: Authentication | undefined,
  now: number,
): StepUpDemand | null {
  const demand = demandOf(wanted);
  const { at, mfa } = authentication ?? { at: null, mfa: false };
  const age = at === null || at > now + clockToleranceMs ? Number.POSITIVE_INFINITY : now - at;
  const isFresh = demand.max_age === undefined || age <= demand.max_age * 1000;
  const isStrong = demand.acr_values === undefined || mfa;
  return isFresh && isStrong ? null : demand;
}

/**
 * Holds an act to the sign-in that the policy asks for.
 *
 * @throws Problem `step-up-required` with `missingSignIn`.
 * @see https://www.rfc-editor.org/rfc/rfc9470
 */
export function refuseStaleSignIn(...given: Parameters<typeof missingSignIn>): void {
  const stepUp = missingSignIn(...given);
  if (stepUp) throw new Problem('step-up-required', { stepUp });
}

function demandOf(wanted: readonly (StepUp | null)[]): StepUpDemand {
  const ages = wanted.flatMap((each) => each?.maxAgeSeconds ?? []);
  return {
    max_age: ages.length > 0 ? Math.min(...ages) : undefined,
    acr_values: wanted.some((each) => each?.mfa) ? multiFactor : undefined,
  };
}
