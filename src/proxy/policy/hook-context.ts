import type { NewUser } from '#contract/create-user.ts';
import type { FieldValue } from '#contract/field.ts';
import type { EmailChange, PhoneChange, ProfileChanges, UsernameChange } from '#contract/profile-edit.ts';
import type { UserAct } from '#contract/user-act.ts';
import type { Admin } from '../access/access.ts';
import { marks } from '../scope/member-scope.ts';
import type { Auth0User } from '../tenant/answers.ts';

/** The admin who asks, as the vendor's hooks know him. Frozen, as everything that a hook is given. */
export interface HookAdmin {
  readonly user_id: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** The one he acts in. */
  readonly organization: string;
  readonly organizations: readonly string[];
  /** At the Steward API. */
  readonly permissions: readonly string[];
  /** Whole: rules commonly compare what stands here with the same of a user. It leaves the proxy nowhere. */
  readonly app_metadata: Readonly<Record<string, unknown>>;
}

export interface AdminContext {
  readonly admin: HookAdmin;
}

/** Whom it is about, with all of his metadata. */
export type HookUser = Readonly<Auth0User>;

/** What `access` is asked about. `readUser` decides on everything of one person's page, and on every act on him. */
export type AccessContext = AdminContext &
  (
    | { readonly action: UserAct | 'readUser'; readonly user: HookUser }
    | { readonly action: 'createUser'; readonly user: null }
  );

/** What an admin wants to write. A password is never among it: no hook sees one. */
export type WriteContext<Name extends string = string> = AdminContext &
  (
    | {
        readonly action: 'createUser';
        readonly user: null;
        readonly payload: WithFields<Omit<NewUser, 'password'>, Name>;
      }
    | {
        readonly action: 'editProfile';
        readonly user: HookUser;
        readonly payload: WithFields<ProfileChanges, Name>;
      }
    | { readonly action: 'changeEmail'; readonly user: HookUser; readonly payload: EmailChange }
    | { readonly action: 'changeUsername'; readonly user: HookUser; readonly payload: UsernameChange }
    | { readonly action: 'changePhone'; readonly user: HookUser; readonly payload: PhoneChange }
  );

type WithFields<Payload, Name extends string> = Readonly<Omit<Payload, 'fields'>> & {
  readonly fields?: Readonly<Partial<Record<Name, FieldValue | null>>>;
};

/** Whom a hook is asked for. */
export interface Asking {
  admin: Admin;
  organization: string;
}

export function adminContext({ admin, organization }: Asking): AdminContext {
  const { profile, organizations, rights } = admin;
  return frozen({
    admin: {
      user_id: profile.user_id,
      name: profile.name,
      email: profile.email,
      organization,
      organizations: [...organizations],
      permissions: [...rights],
      app_metadata: withoutTickets(profile.app_metadata) ?? {},
    },
  });
}

/** A user as hooks may know him. */
export function hookUser(user: Auth0User): HookUser {
  return frozen({ ...user, app_metadata: withoutTickets(user.app_metadata) });
}

/** By the ticket in this mark anyone could choose the person's password. */
function withoutTickets(metadata: Auth0User['app_metadata']): Auth0User['app_metadata'] {
  if (metadata?.[marks.temporaryPassword] === undefined) return metadata;
  return { ...metadata, [marks.temporaryPassword]: true };
}

/** A copy of plain data that nobody can change: what a hook does to it, it does to nobody else. */
export function frozen<Value>(value: Value): Value {
  return freeze(structuredClone(value));
}

function freeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) freeze(inner);
  return Object.freeze(value);
}
