import { type ActDecision, type UserAct, userActNames } from '#contract/user-act.ts';
import { type Admin, permissionsIn } from '../access/access.ts';
import { subjectOf } from '../acts/begin-act.ts';
import { decideAct } from '../acts/decide-act.ts';
import { isInvited } from '../scope/member-scope.ts';
import { covers } from '../scope/scope.ts';
import { filterQuery, isEveryone, matchesFilter } from '../scope/user-filter.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { rulesOf, whyNot } from './explain-rules.ts';
import type { Asking } from './hook-context.ts';

/** What someone at a terminal wants to know; people by their ids or emails. */
export interface PolicyRequest {
  admin: string;
  /** Left out for what is about nobody yet. */
  user: string | undefined;
  action: UserAct | 'createUser' | 'readUser' | 'all';
  /** Which of the admin's, where he has several. */
  organization: string | undefined;
}

/** What is asked for cannot be explained: someone is not there, or there are several. */
export class Unexplained extends Error {}

export interface Explanation {
  /** False when the one act that was asked about is refused, or the user does not exist for the admin. */
  allowed: boolean;
  lines: string[];
}

/**
 * Asks the same rules that stand behind every act and every button, with what the tenant holds now, and says what each
 * of them answers. Nothing is written. What only happens in the act itself (a race, a weak password) is not foreseen.
 *
 * @throws Unexplained
 */
export async function explain(
  request: PolicyRequest,
  services: Services,
  caller: Caller,
): Promise<Explanation> {
  const admin = await adminOf(request, services, caller);
  const asking: Asking = { admin, organization: organizationOf(request, admin) };
  const head = [
    `${nameOf(admin.profile)}, acting in ${asking.organization}`,
    `  may at the API: ${permissionsIn(admin.rights).join(', ')}`,
  ];
  if (request.action === 'createUser') return about(head, await creation(asking, services));
  if (request.user === undefined) throw new Unexplained('Say about whom: --user.');
  const user = await userOf(request.user, services, caller);
  const seen = await existence(asking, user, services);
  const whom = [...head, `${nameOf(user)}`, ...seen.lines];
  if (!seen.allowed || request.action === 'readUser') return { allowed: seen.allowed, lines: whom };
  const subject = await subjectOf(user, services, caller);
  const decide = (act: UserAct) => decideAct(act, { ...asking, subject }, services);
  if (request.action === 'all') return { allowed: true, lines: [...whom, ...(await overview(decide))] };
  const { action } = request;
  const decision = await decide(action);
  const conditions = await conditionsOf(action, asking, user, services);
  const lines = [...rulesOf(action, decision), ...(decision.allowed ? conditions : [])];
  return about(whom, { allowed: decision.allowed, lines });
}

function about(head: string[], { allowed, lines }: Explanation): Explanation {
  return { allowed, lines: [...head, ...lines] };
}

async function adminOf({ admin: who }: PolicyRequest, services: Services, caller: Caller): Promise<Admin> {
  const { user_id } = await userOf(who, services, caller);
  const standing = await services.standings.of(user_id, caller);
  const rights = new Set(standing?.permissions);
  if (!standing || permissionsIn(rights).length === 0) {
    throw new Unexplained(
      `${who} is no admin: blocked, without an organization, or without a permission at ${services.config.audience}.`,
    );
  }
  const { profile, organizations, roles } = standing;
  return { profile, organizations, roles, rights, organization: null };
}

function organizationOf({ organization }: PolicyRequest, { organizations }: Admin): string {
  const [first, ...others] = organizations;
  if (organization !== undefined && organizations.includes(organization)) return organization;
  if (organization === undefined && first !== undefined && others.length === 0) return first;
  const names = organizations.map((name) => JSON.stringify(name)).join(', ');
  throw new Unexplained(`Say in which of his organizations: --organization, one of ${names}.`);
}

/** By id, or by the email of one account alone. */
async function userOf(who: string, { gateway }: Services, caller: Caller): Promise<Auth0User> {
  if (who.includes('|')) {
    const user = await gateway.user(who, caller, { fresh: true });
    if (user) return user;
    throw new Unexplained(`There is no user ${who}.`);
  }
  const [user, ...others] = await gateway.usersByEmail(who, caller);
  if (!user) throw new Unexplained(`There is no user with the email ${who}.`);
  if (others.length === 0) return user;
  const ids = [user, ...others].map(({ user_id }) => user_id).join(', ');
  throw new Unexplained(`Several users have the email ${who}. Name one by his id: ${ids}.`);
}

/** Whether the user exists for the admin at all, rule by rule; the first that says no is the last that is asked. */
async function existence(asking: Asking, user: Auth0User, { config, rules }: Services): Promise<Explanation> {
  const filter = await rules.filter(asking);
  const steps: [ok: boolean | Promise<boolean>, yes: string, no: string][] = [
    [
      covers(asking.organization, config.organizationKey, user),
      `belongs to ${asking.organization}`,
      `does not belong to ${asking.organization}`,
    ],
    [
      !isInvited(user),
      'has been here, or was not invited by Steward',
      'was invited and has not signed in: he is among the invitations only',
    ],
    [
      filter === null || matchesFilter(filter, user),
      filter && !isEveryone(filter)
        ? `the filter shows him: ${filterQuery(filter)}`
        : 'there is no filter, or it shows everyone',
      filter ? `the filter leaves him out: ${filterQuery(filter)}` : '',
    ],
    [
      rules.mayRead(asking, user),
      'access lets him be read (readUser)',
      'access does not let him be read (readUser): he has no page, and lists show him',
    ],
  ];
  const lines: string[] = [];
  for (const [ok, yes, no] of steps) {
    if (!(await ok)) return { allowed: false, lines: [...lines, `  ✗ ${no}`, 'So he does not exist there.'] };
    lines.push(`  ✓ ${yes}`);
  }
  return { allowed: true, lines };
}

async function creation(asking: Asking, { rules }: Services): Promise<Explanation> {
  const permission = 'create:users';
  if (!asking.admin.rights.has(permission)) {
    return {
      allowed: false,
      lines: ['createUser: refused', `  ✗ permission: he does not hold ${permission}`],
    };
  }
  const decision = await rules.decide({ ...asking, act: 'createUser', user: null });
  const held = `  ✓ permission: he holds ${permission}`;
  const said = decision.allowed
    ? '  ✓ policy: nothing against it'
    : `  ✗ policy: ${decision.reason ?? 'access says no'}`;
  const head = `createUser: ${decision.allowed ? 'allowed' : 'refused'}`;
  return { allowed: decision.allowed, lines: [head, held, said] };
}

async function overview(decide: (act: UserAct) => Promise<ActDecision>): Promise<string[]> {
  const width = Math.max(...userActNames.map(({ length }) => length));
  const lines = userActNames.map(async (act) => {
    const decision = await decide(act);
    const word = decision.allowed ? '✓ allowed' : `✗ ${decision.rule}: ${whyNot(act, decision)}`;
    return `  ${act.padEnd(width)}  ${word}`;
  });
  return Promise.all(lines);
}

/** What an allowed act asks for besides. */
async function conditionsOf(
  action: UserAct,
  asking: Asking,
  user: Auth0User,
  { rules }: Services,
): Promise<string[]> {
  const stepUp = await rules.stepUp({ ...asking, act: action, user });
  return [
    ...(rules.reasonNeeded(action) ? ['  he must say why (reasons)'] : []),
    ...(stepUp?.maxAgeSeconds ? [`  he must have signed in within ${stepUp.maxAgeSeconds} s (stepUp)`] : []),
    ...(stepUp?.mfa ? ['  he must have signed in with a second factor (stepUp)'] : []),
  ];
}

function nameOf({ user_id, name, email }: Pick<Auth0User, 'user_id' | 'name' | 'email'>): string {
  return `${name ?? email ?? 'No name'} (${user_id})`;
}
