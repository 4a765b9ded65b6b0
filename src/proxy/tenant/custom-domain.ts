import { Problem } from '../problem.ts';
import { nameOf, type UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/**
 * The calls whose mails and links begin with a domain that the caller may choose.
 *
 * @see https://auth0.com/docs/customize/custom-domains/multiple-custom-domains
 */
const linking: ReadonlySet<string> = new Set([
  'POST /users',
  'PATCH /users/{id}',
  'POST /jobs/verification-email',
  'POST /tickets/email-verification',
  'POST /tickets/password-change',
  'POST /guardian/enrollments/ticket',
]);

/**
 * The domain for a call, or null for the tenant's choice.
 *
 * @throws Problem `policy-refused` when the policy cannot say which, for a call that would send a mail: nothing is
 * sent. Without one the call goes on, so that a person can still be blocked.
 */
export async function customDomainFor(call: UpstreamCall, caller: Caller): Promise<string | null> {
  if (!linking.has(nameOf(call))) return null;
  const domain = mailDomain(nameOf(call), caller);
  return sendsMail(call) ? domain : domain.catch(() => null);
}

/**
 * The domain that the policy names for mails, or null for the tenant's choice.
 *
 * @param call - the kind of call that it is for: it has certainly not been made when this throws.
 * @throws Problem `policy-refused`
 */
export async function mailDomain(call: string, { customDomain }: Caller): Promise<string | null> {
  try {
    return customDomain ? await customDomain() : null;
  } catch (cause) {
    const { type = 'policy-refused', detail } = cause instanceof Problem ? cause : {};
    throw new Problem(type, { detail, cause: new UpstreamFailure({ call, uncertain: false, cause }) });
  }
}

function sendsMail({ method, body = {} }: UpstreamCall): boolean {
  return method !== 'PATCH' || ('verify_email' in body && body.verify_email === true);
}
