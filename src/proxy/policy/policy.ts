import { z } from 'zod';
import type { Connection, Settings } from '#contract/me.ts';
import { type UserAct, userActNames } from '#contract/user-act.ts';
import type { UserFilter } from '../scope/user-filter.ts';
import type { Denial } from './denial.ts';
import type { AccessContext, AdminContext, WriteContext } from './hook-context.ts';
import type { MembershipChoices } from './memberships.ts';
import { isUnique, type PolicyField, type PolicyFieldInput, policyField } from './policy-field.ts';
import { type PolicySettings, policySettings } from './policy-settings.ts';
import { type StepUpPolicy, stepUpPolicy } from './step-up-rules.ts';

type Awaitable<Value> = Value | Promise<Value>;

/** A role that is shown: by its name or its id alone it may be given and taken, with `locked` it may not. */
export type RoleWish = string | { readonly role: string; readonly locked: string };

/**
 * The vendor's rules. A hook may answer at once or with a promise. One that throws, takes longer than `deadlineMs`, or
 * answers something else than it should, stands against what is asked, and the log tells which it was.
 */
export interface Policy<Name extends string = string> {
  readonly title: string;
  /** The metadata that can be seen, searched and written. What is not declared here does neither leave nor enter. */
  readonly fields: readonly PolicyField<Name>[];
  /** What an organization's admins may filter and search by, and add people to. Asked often; must be quick. */
  connections(organization: string): readonly Connection[];
  /** Applications that mails may lead to, the usual one first. Asked often; must be quick. */
  applications(organization: string): readonly Settings['applications'][number][];
  /**
   * Who exists for an admin, among the members of his organization: he who does not match is nowhere. Nobody edits his
   * own `app_metadata`; let no admin edit of another what a filter asks of admins.
   */
  readonly filter?: (context: AdminContext) => Awaitable<UserFilter>;
  /**
   * Whether an admin may do something that his permissions allow. It can only take away. Denied `readUser`, he who is
   * meant has no page and nothing can be done to him, but lists still show him: that only `filter` can change.
   */
  readonly access?: (context: AccessContext) => Awaitable<boolean | Denial>;
  /** What is written instead of what the admin wrote. It may set declared fields that the admin may not. */
  readonly write?: (context: WriteContext<Name>) => Awaitable<WriteContext<Name>['payload']>;
  /** What else is chosen when a person is added, such as his department. */
  readonly memberships?: (context: AdminContext) => Awaitable<MembershipChoices | null>;
  /** How the screens look and speak: for everyone, or for the admin who asks. */
  readonly settings?: PolicySettings | ((context: AdminContext) => Awaitable<PolicySettings>);
  /** The roles of the tenant that may be given. Without it none. */
  readonly roles?: (context: AdminContext) => Awaitable<readonly RoleWish[]>;
  /**
   * The domain that mails and their links use; null for the tenant's own choice. Mails by which a password is chosen go
   * by the tenant's default domain: Auth0 documents no other.
   */
  readonly customDomain?: (context: AdminContext) => Awaitable<string | null>;
  /** The ways to add people. */
  readonly creation: readonly ('invite' | 'password')[];
  /** How a password is changed for someone: by a mail only, or also by setting a temporary one. */
  readonly passwords: 'mail' | 'temporary';
  /** Acts for which the admin must say why. */
  readonly reasons: readonly (UserAct | 'createUser')[];
  /** Acts for which the admin must have signed in of late, or with a second factor. */
  readonly stepUp?: StepUpPolicy | undefined;
  /** How long a hook may take, in milliseconds. */
  readonly deadlineMs: number;
}

/** As a vendor writes it: whatever is left out is at its strictest. */
export type PolicyInput<Name extends string = string> = Partial<Omit<Policy<Name>, 'fields'>> & {
  readonly fields?: readonly PolicyFieldInput<Name>[];
};

/** A hook of a known form, or nothing. */
function hook<Key extends keyof Policy>() {
  return z
    .custom<NonNullable<Policy[Key]>>((value) => typeof value === 'function', 'must be a function')
    .optional();
}

const policyInput = z.strictObject({
  title: z.string().min(1).max(100).default('Steward'),
  fields: z
    .array(policyField)
    .max(50)
    .refine((fields) => isUnique(fields.map(({ name }) => name)), 'names repeat')
    .refine((fields) => isUnique(fields.map(({ path }) => path)), 'paths repeat')
    .default([]),
  connections: hook<'connections'>(),
  applications: hook<'applications'>(),
  filter: hook<'filter'>(),
  access: hook<'access'>(),
  write: hook<'write'>(),
  memberships: hook<'memberships'>(),
  settings: z
    .union(
      [z.custom<() => PolicySettings>((value) => typeof value === 'function'), policySettings],
      'use settings or a function',
    )
    .optional(),
  roles: hook<'roles'>(),
  customDomain: hook<'customDomain'>(),
  creation: z
    .array(z.enum(['invite', 'password']))
    .min(1)
    .refine(isUnique, 'repeats itself')
    .default(['invite']),
  passwords: z.enum(['mail', 'temporary']).default('mail'),
  reasons: z
    .array(z.enum([...userActNames, 'createUser']))
    .refine(isUnique, 'repeats itself')
    .default([]),
  stepUp: stepUpPolicy.optional(),
  deadlineMs: z.number().int().min(1).max(5000).default(500),
});

/**
 * Makes a policy. The names of its fields are known to its hooks.
 *
 * @throws ZodError that names the wrong part.
 */
export function definePolicy<const Name extends string = string>(input: PolicyInput<Name>): Policy {
  const { connections = () => [], applications = () => [], ...rest } = policyInput.parse(input);
  return { ...rest, connections, applications };
}
