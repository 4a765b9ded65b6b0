import * as z from 'zod/mini';
import { stepUpDemand } from './step-up.ts';

/**
 * Every way in which the Steward API refuses or fails. Code branches on the type, never on the words; statuses and
 * titles are in `problem-kinds.ts`, which the browser does not need.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problemTypes = [
  'invalid-token',
  'step-up-required',
  'not-an-admin',
  'origin-refused',
  'organization-required',
  'organization-refused',
  'permission-missing',
  'own-account',
  'outranked',
  'shared-user',
  'last-administrator',
  'not-possible',
  'policy-refused',
  'reason-required',
  'changed-meanwhile',
  'identifier-taken',
  'weak-password',
  'role-refused',
  'confirmation-wrong',
  'user-not-found',
  'item-not-found',
  'route-not-found',
  'method-not-allowed',
  'invalid-request',
  'invalid-search',
  'invalid-cursor',
  'body-too-large',
  'unsupported-media-type',
  'too-many-requests',
  'busy',
  'auth0-refused',
  'auth0-unavailable',
  'audit-unavailable',
  'audit-unreadable',
  'internal-error',
] as const;

export type ProblemType = (typeof problemTypes)[number];

const typePrefix = 'urn:steward:problem:';

/** The URI that stands for a problem type in the `type` member of problem details. */
export function problemUri(type: ProblemType): string {
  return typePrefix + type;
}

/** The problem type behind a URI, or null when it is not one of ours. */
export function problemTypeOf(uri: string): ProblemType | null {
  return problemTypes.find((type) => problemUri(type) === uri) ?? null;
}

/** One wrong field; `pointer` is a JSON pointer into the body (`#/blocked`) or names a parameter (`?sort`). */
export const fieldError = z.object({ pointer: z.string(), detail: z.string() });
export type FieldError = z.infer<typeof fieldError>;

/**
 * Where a search is wrong, in UTF-16 code units of `q`; `end` is exclusive.
 */
export const textRange = z.object({ start: z.number(), end: z.number() });
export type TextRange = z.infer<typeof textRange>;

/** The body of every failure, served as `application/problem+json`. */
export const problemDetails = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.optional(z.string()),
  /** The request id, by which the vendor finds the request in his logs. */
  instance: z.optional(z.string()),
  errors: z.optional(z.array(fieldError)),
  range: z.optional(textRange),
  /** Of `step-up-required`: what to ask the sign-in service for. */
  ...stepUpDemand.shape,
});
export type ProblemDetails = z.infer<typeof problemDetails>;
