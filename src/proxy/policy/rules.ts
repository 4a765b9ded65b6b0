import type * as mini from 'zod/mini';
import type { FieldValues } from '#contract/field.ts';
import type { Settings } from '#contract/me.ts';
import type { ActDecision, UserAct } from '#contract/user-act.ts';
import type { StepUp } from '../access/step-up.ts';
import type { UserFilter } from '../scope/user-filter.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { accessRules } from './access-rules.ts';
import { domainRules } from './domain-rules.ts';
import { fieldRules } from './field-rules.ts';
import { filterRules } from './filter-rules.ts';
import type { Asking, WriteContext } from './hook-context.ts';
import { membershipRules } from './membership-rules.ts';
import type { Memberships } from './memberships.ts';
import type { MetadataPatch } from './metadata-patch.ts';
import { openHooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import { type RoleRule, roleRules } from './role-rules.ts';
import { settingsRules } from './settings-rules.ts';
import { stepUpRules } from './step-up-rules.ts';
import { writeRules } from './write-rules.ts';

/** What `decide` is asked about: adding a person is not yet about anyone. */
export type PolicyQuestion = Asking &
  ({ act: UserAct | 'readUser'; user: Auth0User } | { act: 'createUser'; user: null });

/** What an admin wants to write, before it is written. */
export interface WriteQuestion<Payload> extends Asking {
  action: WriteContext['action'];
  payload: Payload;
  /** As he is now; null when he is to be created. */
  user: Auth0User | null;
}

/** Who writes fields. */
export interface FieldWriter extends Asking {
  /**
   * What the admin himself sent, when the policy's `write` has been asked since: other fields are the vendor's own
   * doing, and may be such that the admin may not edit. Left out, all of it is the admin's.
   */
  asked?: FieldValues | undefined;
  /** Where the fields stand in the request's body, such as `#/changes/fields`; `#/fields` unless told. */
  pointer?: string;
}

/** The vendor's policy, asked with a deadline: one that throws, is late or answers nonsense denies. */
export interface Rules {
  /** The vendor's word on an act. Our own rules have been asked before: see `decideAct`. */
  decide(question: PolicyQuestion): Promise<ActDecision>;
  /** Whether the member may be read at all; he who may not be is nobody on his page and for every act. */
  mayRead(asking: Asking, user: Auth0User): Promise<boolean>;
  /**
   * Who exists, as a tree; null for everyone, nobody when the policy fails.
   *
   * @throws Problem `policy-refused` when it fails and something is to be written: where nobody is known, everybody
   * would be new.
   */
  filter(asking: Asking, options?: { forWriting: boolean }): Promise<UserFilter | null>;
  /**
   * What is to be written instead of what the admin sent, parsed by the same schema. A password is kept from the hook
   * and put back. Connection, identifiers and fields in it must be checked afterwards as if the admin had sent them.
   *
   * @throws Problem `policy-refused` when the hook fails, or gives what the schema or the declared fields do not know.
   */
  write<Payload extends object>(
    question: WriteQuestion<Payload>,
    schema: mini.ZodMiniType<Payload>,
  ): Promise<Payload>;
  /**
   * The metadata to send for values of declared fields: each key whole, null removes one.
   *
   * @param current - the user as he is now; null when he is created, and then what is required must be there.
   * @throws Problem `invalid-request` with a pointer for each field that is not declared, not editable here for this
   * admin, or whose value is wrong; `policy-refused` when a field's `validate` fails.
   */
  writeFields(values: FieldValues, current: Auth0User | null, writer: FieldWriter): Promise<MetadataPatch>;
  /** What else is chosen when a person is added; null for nothing. @throws Problem `policy-refused` */
  memberships(asking: Asking): Promise<Memberships | null>;
  /** The metadata for what was chosen. @throws Problem `invalid-request` at `#/memberships`, `policy-refused` */
  writeMemberships(chosen: readonly string[], asking: Asking): Promise<MetadataPatch>;
  /** Tells of each role of the tenant whether it may be given and taken; none, unless the policy names it. */
  roles(asking: Asking): Promise<(role: { id: string; name: string }) => RoleRule>;
  /**
   * Everything that `GET /me` tells of the policy; the strict default when its `settings` fail.
   *
   * @param asking - without an organization only what goes for all.
   * @param languages - BCP 47, the most wanted first.
   */
  settings(
    asking: { admin: Asking['admin']; organization: string | null },
    languages: readonly string[],
  ): Promise<Settings>;
  /** The host for mails and their links; null for the tenant's choice. @throws Problem `policy-refused` */
  customDomain(asking: Asking): Promise<string | null>;
  /** Whether the admin must say why. */
  reasonNeeded(act: string): boolean;
  /** What the admin's sign-in must be like for an act; null for any. @throws Problem `policy-refused` */
  stepUp(question: PolicyQuestion): Promise<StepUp | null>;
  /** The same for a screen, before the act: `unknown` when the hook fails, and so would the act. */
  foreseenStepUp(question: PolicyQuestion): Promise<StepUp | null | 'unknown'>;
}

/** What rules need to know besides the policy. */
interface RulesWorld {
  /** The key in `app_metadata` under which organizations stand: nothing that a policy names may be it. */
  organizationKey: string;
  /** Hears which hook failed and how, without a word of what it was asked about. */
  report: (error: unknown) => void;
}

export function openRules(policy: Policy, { organizationKey, report }: RulesWorld): Rules {
  const hooks = openHooks(policy, report);
  const fields = fieldRules(policy, hooks);
  const reasons: ReadonlySet<string> = new Set(policy.reasons);
  return {
    ...accessRules(policy, hooks),
    ...filterRules(policy, hooks),
    ...writeRules(policy, hooks),
    ...membershipRules(policy, hooks, `app_metadata.${organizationKey}`),
    ...roleRules(policy, hooks),
    ...settingsRules(policy, hooks, fields.isEditable),
    ...domainRules(policy, hooks),
    ...stepUpRules(policy, hooks),
    writeFields: fields.writeFields,
    reasonNeeded: (act) => reasons.has(act),
  };
}
