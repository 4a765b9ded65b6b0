import * as z from 'zod/mini';

/**
 * What a sign-in must be like before an act is done, in the words of OpenID Connect: they go to the sign-in service as
 * they are.
 *
 * - `max_age`: seconds that it may be old
 * - `acr_values`: the kind of sign-in, by a URI
 *
 * @see https://www.rfc-editor.org/rfc/rfc9470#section-3
 */
export const stepUpDemand = z.object({
  max_age: z.optional(z.number()),
  acr_values: z.optional(z.string()),
});
export type StepUpDemand = z.infer<typeof stepUpDemand>;

/**
 * Auth0's name for a sign-in with a second factor.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/step-up-authentication
 */
export const multiFactor = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';
