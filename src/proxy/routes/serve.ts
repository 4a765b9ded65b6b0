import { base64url } from 'jose';
import { organizationHeader, type Route } from '#contract/route.ts';
import { type Admin, identify } from '../access/access.ts';
import { chooseOrganization } from '../access/choose-organization.ts';
import type { TokenClaims } from '../access/verify-token.ts';
import { type ActRecord, actRecord } from '../audit/act-record.ts';
import type { ProxyContext } from '../http/exchange.ts';
import { faultsOf, lateFault } from '../http/log-line.ts';
import { languagesIn } from '../policy/local-text.ts';
import { Problem } from '../problem.ts';
import { narrowedScope } from '../scope/narrowed-scope.ts';
import type { Services } from '../services.ts';
import type { Caller } from '../tenant/caller.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import { type Asker, actNameIn, askerOf, reasonIn } from './asker.ts';
import type { Binding } from './bind.ts';
import { type ParsedRequest, parseRequest } from './parse-request.ts';
import { streamed } from './streamed.ts';

/**
 * Answers one request of a route: who asks, in which organization, whether he may, what he asks, the handler, and the
 * answer cut down to what the contract declares. Whatever is refused on the way to a write is put on record.
 */
export async function serve(binding: Binding, services: Services, c: ProxyContext): Promise<Response> {
  const { route } = binding;
  const { exchange } = c.var;
  exchange.route = route.name;
  const caller = callerOf(c, services);
  const claims = await services.verify({
    authorization: c.req.header('authorization') ?? null,
    proof: c.req.header('dpop') ?? null,
    method: c.req.method,
    url: c.req.url,
  });
  const { subject } = claims;
  services.requests.admin.take(subject);
  const asker = askerOf(c, { subject, act: route.name, trustedProxies: services.config.trustedProxies });
  const report = (error: unknown) => exchange.faults.push(...faultsOf(error));
  const record = actRecord(services.world.audit, () => asker, { now: services.world.now, report });
  try {
    const admin = await identify(claims, services.standings, caller);
    Object.assign(asker, { actorName: admin.profile.name ?? admin.profile.email, roles: admin.roles });
    const organization = chooseOrganization(c.req.header(organizationHeader) ?? null, admin.organizations);
    asker.organization = organization;
    if (organization !== null) services.requests.organization.take(organization);
    noteSignIn(asker, claims.signIn, services, c);
    if (route.method !== 'GET') asker.reason = reasonIn(c);
    const answer = await permitted(binding, { ...admin, organization }, services, {
      c,
      caller,
      record,
      reason: asker.reason,
      report,
    });
    return route.media ? await streamed(route, answer, services.world, c) : c.json(projected(route, answer));
  } catch (error) {
    await recordRefusal(route, record, c, error);
    // Node's adapter aborts with a text as reason, and Hono lets what is no Error past its error handler.
    throw error instanceof Error ? error : new Error('The caller has left', { cause: error });
  }
}

/** What a request brings along besides what it asks. */
interface Means {
  c: ProxyContext;
  caller: Caller;
  record: ActRecord;
  reason: string | undefined;
  report: (error: unknown) => void;
}

async function permitted(binding: Binding, admin: Admin, services: Services, rest: Means): Promise<unknown> {
  const { organization } = admin;
  const { permission } = binding.route;
  if (permission !== null && organization === null) throw new Problem('organization-required');
  if (permission !== null && !admin.rights.has(permission)) throw new Problem('permission-missing');
  const { c } = rest;
  const request = await parseRequest(binding.route, c);
  const run = () => handled(binding, request, admin, services, rest);
  const { name: routeName, method, media, repeatable } = binding.route;
  const actName = actNameIn(c);
  if (actName === undefined || method === 'GET' || media || repeatable) return run();
  const key = JSON.stringify([admin.profile.user_id, actName]);
  const content = await digestOf([routeName, request]);
  return services.onceOnly({ organization, key, content, signal: rest.caller.signal }, run);
}

async function handled(
  binding: Binding,
  request: ParsedRequest,
  admin: Admin,
  services: Services,
  { c, caller, ...means }: Means,
): Promise<unknown> {
  const { organization } = admin;
  const languages = languagesIn(c.req.header('accept-language'));
  if (!binding.scoped) return binding.handle({ ...request, ...means, languages, admin, caller });
  if (organization === null) throw new Problem('organization-required');
  const asking = { admin, organization };
  const inLane: Caller = {
    ...caller,
    turn: { ...caller.turn, lane: organization },
    customDomain: askedOnce(() => services.rules.customDomain(asking)),
  };
  const scope = await narrowedScope(asking, services, { forWriting: binding.route.method !== 'GET' });
  const handle = () => binding.handle({ ...request, ...means, languages, ...asking, scope, caller: inLane });
  const userId = c.req.param('userId');
  if (binding.route.method === 'GET' || userId === undefined) return handle();
  // Two acts on the same person come one after the other: what one has read, the other does not change meanwhile. Those
  // of another organization wait for nobody here.
  return services.actTurns(JSON.stringify([organization, userId]), inLane, handle);
}

/** What is asked may hold a password: only its digest is kept. */
async function digestOf(content: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  return base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The answer to something that is asked when it is first needed. */
function askedOnce<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** A field that the contract does not name cannot leave, whatever a handler gives. */
function projected(route: Route, answer: unknown): unknown {
  const parsed = route.response.safeParse(answer);
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map((issue) => issue.path.join('.')).join(' ');
  throw new Error(`${route.name} answers what its contract does not know: ${paths}`);
}

/** Nothing waits for it. */
function noteSignIn(
  asker: Asker,
  signIn: TokenClaims['signIn'],
  { signIns, world }: Services,
  c: ProxyContext,
): void {
  if (signIn === null) return;
  const { method } = c.req;
  signIns.note({ ...asker, at: signIn.at }, signIn.session, (error) => {
    const { requestId } = asker;
    world.log(
      lateFault(error, { at: world.now(), requestId, method, route: 'signIn', problem: 'audit-unavailable' }),
    );
  });
}

function callerOf(c: ProxyContext, { limits }: Services): Caller {
  const { exchange } = c.var;
  return {
    requestId: exchange.requestId,
    turn: { lane: '', priority: 'interactive' },
    deadline: deadlineIn(limits.deadlineMs),
    signal: c.req.raw.signal,
    onCall: () => {
      exchange.upstreamCalls += 1;
    },
  };
}

/** Long enough for any id that a user can have. */
const longestTarget = 300;

async function recordRefusal(
  route: Route,
  record: ActRecord,
  c: ProxyContext,
  error: unknown,
): Promise<void> {
  // Nothing was decided about an act that came too early, and a flood must not fill the log.
  const refusal = error instanceof Problem && error.status < 500 && error.status !== 429;
  if (route.method === 'GET' || !refusal) return;
  await record.refuse(c.req.param('userId')?.slice(0, longestTarget) ?? null, error.type);
}
