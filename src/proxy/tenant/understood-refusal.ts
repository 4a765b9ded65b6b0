import type { ProblemType } from '#contract/problem.ts';
import { Problem } from '../problem.ts';
import type { Refusal } from './refusals.ts';
import { UpstreamFailure } from './upstream-failure.ts';

const problems: Partial<Record<Refusal, { type: ProblemType; detail?: string; pointer?: string }>> = {
  identifier_taken: { type: 'identifier-taken' },
  weak_password: {
    type: 'weak-password',
    detail: 'Auth0 does not take this password: it is too weak, too common, or was used before.',
    pointer: '#/password',
  },
  no_email: { type: 'not-possible', detail: 'This person has no email.' },
  kind_of_account: { type: 'not-possible' },
  disabled_connection: { type: 'not-possible', detail: 'Nobody can sign in by this connection.' },
};

/**
 * Throws the problem that a refusal of Auth0's is for the admin; what is not understood goes on as it is.
 *
 * @throws Problem `identifier-taken`, `weak-password`, `not-possible`, with Auth0's refusal as cause; or the error.
 */
export function understood(error: unknown): never {
  const cause = error instanceof Problem ? error.cause : undefined;
  if (!(cause instanceof UpstreamFailure)) throw error;
  const known = Object.entries(problems).find(([refusal]) => refusal === cause.code)?.[1];
  if (!known) throw error;
  const { type, detail, pointer } = known;
  const errors = pointer && detail ? [{ pointer, detail }] : undefined;
  throw new Problem(type, { detail: errors ? undefined : detail, errors, cause });
}
