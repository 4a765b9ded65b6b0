import { type ActDecision, type ActRule, type UserAct, userActs } from '#contract/user-act.ts';
import type { Admin } from '../access/access.ts';
import { isShared } from '../scope/shared.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Auth0Connection } from '../tenant/answers-connections.ts';
import { kindFault } from './account-kind.ts';

/** Whom an act is done to, as he is now. */
export interface Subject {
  user: Auth0User;
  /** Names of all that he may do at our API. */
  held: readonly string[];
  /** The one of his main identity, at most 60 s old; null where nothing is known of it. */
  connection(): Promise<Auth0Connection | null>;
}

/** Acts that do an admin no harm when he does them to himself. */
const onOneself: ReadonlySet<UserAct> = new Set([
  'editProfile',
  'sendVerificationEmail',
  'sendPasswordReset',
  'forgetBrowsers',
  'exportData',
]);

/** Acts on a person of several organizations that change nothing for the others. */
const onShared: ReadonlySet<UserAct> = new Set([
  'sendVerificationEmail',
  'sendPasswordReset',
  'removeBruteForceBlocks',
  'forgetBrowsers',
  'leave',
  'exportData',
]);

/**
 * Whether an admin may do something to a member: the one answer behind every act, every disabled button and every
 * explanation. The rules are asked in the order of `actRule`; the first that stands against it is named.
 */
export async function decideAct(
  act: UserAct,
  context: { admin: Admin; organization: string; subject: Subject },
  services: Services,
): Promise<ActDecision> {
  const { admin, organization, subject } = context;
  const rule = await ruleAgainst(act, context, services);
  if (rule) return { allowed: false, rule };
  return services.rules.decide({ admin, organization, user: subject.user, act });
}

async function ruleAgainst(
  act: UserAct,
  { admin, organization, subject }: { admin: Admin; organization: string; subject: Subject },
  { config }: Services,
): Promise<ActRule | null> {
  const { user, held } = subject;
  if (!admin.rights.has(userActs[act])) return 'permission';
  const self = user.user_id === admin.profile.user_id;
  if (self && !onOneself.has(act)) return 'own-account';
  if (!self && !held.every((name) => admin.rights.has(name))) return 'outranked';
  if (isShared(user, config.organizationKey) && !onShared.has(act)) return 'shared-user';
  return kindFault(act, subject, { organization, fields: config.policy.fields });
}
