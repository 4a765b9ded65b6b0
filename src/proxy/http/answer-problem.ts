import { Problem } from '../problem.ts';
import type { ProxyContext } from './exchange.ts';
import { faultsOf } from './log-line.ts';

/** Nobody reads this status: the browser has gone. It is for the log, by nginx's example. */
const clientClosedRequest = 499;

/**
 * Writes any error as RFC 9457 problem details; one that was not foreseen tells nothing of itself.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export function answerProblem(error: unknown, c: ProxyContext): Response {
  const { exchange } = c.var;
  if (!(error instanceof Problem) && c.req.raw.signal.aborted) {
    return new Response(null, { status: clientClosedRequest });
  }
  const problem = error instanceof Problem ? error : new Problem('internal-error', { cause: error });
  exchange.problem = problem.type;
  exchange.faults.push(...faultsOf(problem, problem.type === 'internal-error'));
  const { status, retryAfterSeconds = 5 } = problem;
  if (status === 429 || status === 503) c.header('retry-after', String(retryAfterSeconds));
  if (status === 401) c.header('www-authenticate', challenge(problem, c.req.header('authorization')));
  c.header('content-type', 'application/problem+json');
  return c.body(JSON.stringify(problem.details(exchange.requestId)), status);
}

/**
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9470#section-3
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1
 */
function challenge({ stepUp, proof }: Problem, authorization: string | undefined): string {
  const isDpop = proof !== undefined || /^dpop /i.test(authorization ?? '');
  const fault = proof === 'wrong' ? 'invalid_dpop_proof' : 'invalid_token';
  const parameters = {
    realm: 'steward',
    ...(authorization !== undefined && { error: stepUp ? 'insufficient_user_authentication' : fault }),
    ...(stepUp && { error_description: 'Sign in again for this', ...stepUp }),
    ...(isDpop && { algs: 'ES256' }),
  };
  const pairs = Object.entries(parameters).filter(([, value]) => value !== undefined);
  return `${isDpop ? 'DPoP' : 'Bearer'} ${pairs.map(([name, value]) => `${name}="${value}"`).join(', ')}`;
}
