import * as z from 'zod/mini';

/**
 * Every way in which the Steward API refuses or fails: its HTTP status and its fixed title.
 * Code branches on the type, never on the words.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export const problems = {
  'invalid-token': { status: 401, title: 'Sign in again' },
  'not-an-admin': { status: 403, title: 'You are not an administrator' },
  'origin-refused': { status: 403, title: 'This website may not use Steward' },
  'organization-required': { status: 400, title: 'Choose an organization' },
  'organization-refused': { status: 403, title: 'Not one of your organizations' },
  'permission-missing': { status: 403, title: 'You do not have this permission' },
  'own-account': { status: 409, title: 'You cannot do this to your own account' },
  outranked: { status: 403, title: 'This person has rights that you do not have' },
  'shared-user': { status: 409, title: 'This person does not belong to your organization alone' },
  'last-administrator': { status: 409, title: 'Nobody would be left to administrate your organization' },
  'not-possible': { status: 409, title: 'This cannot be done for this kind of account' },
  'policy-refused': { status: 403, title: 'Your vendor does not allow this' },
  'reason-required': { status: 400, title: 'Say why' },
  'changed-meanwhile': { status: 409, title: 'Someone else has changed this meanwhile' },
  'identifier-taken': { status: 409, title: 'This cannot be used' },
  'weak-password': { status: 400, title: 'This password is too weak' },
  'role-refused': { status: 403, title: 'You cannot give or take this role' },
  'confirmation-wrong': { status: 400, title: 'This is not what was asked for' },
  'user-not-found': { status: 404, title: 'No such user' },
  'item-not-found': { status: 404, title: 'This is no longer there' },
  'route-not-found': { status: 404, title: 'No such address' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'invalid-request': { status: 400, title: 'The request is not valid' },
  'invalid-search': { status: 400, title: 'The search is not valid' },
  'invalid-cursor': { status: 400, title: 'This page link has expired' },
  'body-too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The request must be JSON' },
  busy: { status: 429, title: 'Auth0 is busy' },
  'auth0-refused': { status: 502, title: 'Auth0 refused' },
  'auth0-unavailable': { status: 503, title: 'Auth0 does not answer' },
  'audit-unavailable': { status: 503, title: 'The audit log cannot be written' },
  'audit-unreadable': { status: 503, title: 'The audit log cannot be read' },
  'internal-error': { status: 500, title: 'Something went wrong' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemType = keyof typeof problems;

const typePrefix = 'urn:steward:problem:';

/** The URI that stands for a problem type in the `type` member of problem details. */
export function problemUri(type: ProblemType): string {
  return typePrefix + type;
}

/** The problem type behind a URI, or null when it is not one of ours. */
export function problemTypeOf(uri: string): ProblemType | null {
  const type = uri.startsWith(typePrefix) ? uri.slice(typePrefix.length) : '';
  return Object.hasOwn(problems, type) ? (type as ProblemType) : null;
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
});
export type ProblemDetails = z.infer<typeof problemDetails>;
