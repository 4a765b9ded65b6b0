import type { Limits, ProxyConfig } from '../config.ts';
import { Problem } from '../problem.ts';
import { isWebPage } from './attempt.ts';
import type { Caller } from './caller.ts';
import { mailDomain } from './custom-domain.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** Whom a mail goes to, and for which application. */
export interface PasswordMail {
  email: string;
  /** By its name. */
  connection: string;
  clientId: string;
}

/**
 * Has Auth0 send a mail by which a person chooses a new password; of one who is not there it says the same. Never
 * repeated: a second mail would make the first one's link void.
 *
 * @throws Problem `busy`, `auth0-unavailable`, `auth0-refused`, `policy-refused`
 * @see https://auth0.com/docs/api/authentication/change-password/change-password
 */
export type SendPasswordMail = (mail: PasswordMail, caller: Caller) => Promise<void>;

const call = 'POST /dbconnections/change_password';

/** By the Authentication API: it takes no token, so this goes past the Management API's queue and budget. */
export function passwordMails(
  auth0: ProxyConfig['auth0'],
  world: Pick<Limits, 'attemptMs'> & { fetch: typeof fetch },
): SendPasswordMail {
  return async ({ email, connection, clientId }, caller) => {
    // Auth0 documents no way to choose this mail's domain; where the policy cannot tell its own, none is sent.
    await mailDomain(call, caller);
    const signal = AbortSignal.any([
      caller.signal,
      caller.deadline.signal,
      AbortSignal.timeout(world.attemptMs),
    ]);
    caller.onCall();
    const status = await world
      .fetch(`${auth0.url}/dbconnections/change_password`, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ client_id: clientId, email, connection }),
        signal,
      })
      .then(statusOf, silent);
    // Auth0's pages disagree about what it says of a person who is not there.
    if ((status < 200 || status >= 300) && status !== 404) throw refusal(status);
  };
}

/** The answer is a text for people; a page of someone between us is none. */
async function statusOf(response: Response): Promise<number> {
  return isWebPage(await response.text()) ? 502 : response.status;
}

function silent(cause: unknown): never {
  throw new Problem('auth0-unavailable', {
    retryAfterSeconds: 5,
    cause: new UpstreamFailure({ call, uncertain: true, cause }),
  });
}

function refusal(status: number): Problem {
  const cause = new UpstreamFailure({ call, status, uncertain: status >= 500 });
  // Auth0 sends one person about one mail a minute.
  if (status === 429) return new Problem('busy', { retryAfterSeconds: 60, cause });
  return status >= 500
    ? new Problem('auth0-unavailable', { retryAfterSeconds: 5, cause })
    : new Problem('auth0-refused', { cause });
}
