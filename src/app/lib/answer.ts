import { problemDetails, problemTypeOf } from '#contract/problem.ts';
import { ConnectionError, ProblemError } from './call-error.ts';

/** Reads a refusal. What is not one of our problems did not come from the API: a gateway's page, a wrong address. */
export async function problemFrom(response: Response): Promise<ProblemError | ConnectionError> {
  const parsed = problemDetails.safeParse(await response.json().catch(() => null));
  const type = parsed.success ? problemTypeOf(parsed.data.type) : null;
  if (!parsed.success || !type) return unreadable(parsed.error);
  const { status, detail, errors, range, instance, max_age, acr_values } = parsed.data;
  const stepUp = type === 'step-up-required' ? { max_age, acr_values } : undefined;
  const retryAfterSeconds = secondsIn(response.headers.get('Retry-After'));
  const parts = { status, detail, errors, range, retryAfterSeconds, requestId: instance, stepUp };
  return new ProblemError(type, parts);
}

export function unreadable(cause: unknown): ConnectionError {
  return new ConnectionError('unreadable', { cause });
}

/** Our API gives seconds; the other form of the header, a date, is left to the caller's own patience. */
function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header) ? Number(header) : undefined;
}
