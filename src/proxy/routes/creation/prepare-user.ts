import type { Management } from 'auth0';
import { type NewUser, newUser } from '#contract/create-user.ts';
import { refuseStaleSignIn } from '../../access/step-up.ts';
import { isCreatable } from '../../accounts/connection-rules.ts';
import { identifierFaults } from '../../accounts/identifier-faults.ts';
import { passwordRulesOf } from '../../accounts/password-rules.ts';
import { randomPassword } from '../../accounts/random-password.ts';
import { refuseWeak, temporaryMark } from '../../accounts/temporary-password.ts';
import { refuseWithoutReason } from '../../acts/refuse-without-reason.ts';
import type { Identifiers } from '../../invitations/find-person.ts';
import type { Asking } from '../../policy/hook-context.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import { type MetadataPatch, mergePatches } from '../../policy/metadata-patch.ts';
import { connectionsOf } from '../../policy/policy-connections.ts';
import { Problem } from '../../problem.ts';
import { marks } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';
import type { Caller } from '../../tenant/caller.ts';

/** Someone who is to be added, all of it checked: Auth0 has no reason left to refuse but that he is there. */
export interface NewPerson {
  connection: Auth0Connection;
  identifiers: Identifiers;
  /** For Auth0. The password in it is known to nobody. */
  body: Management.CreateUserRequestContent;
  /** What he signs in with at first, where the admin chose it. */
  temporaryPassword: string | undefined;
  /** The application that his mail leads to. */
  clientId: string;
  /** For the record, without secrets. */
  after: Record<string, unknown>;
}

/**
 * Holds a wish to add someone to the policy, the connection and the declared fields.
 *
 * @throws Problem `policy-refused`, `reason-required`, `step-up-required`, `permission-missing`, `weak-password`, and
 * `invalid-request` with a pointer for each fault.
 */
export async function prepareUser(
  call: Asking & { body: NewUser; reason: string | undefined; caller: Caller },
  services: Services,
): Promise<NewPerson> {
  const { admin, organization, caller } = call;
  const { rules, world, config } = services;
  const asking: Asking = { admin, organization };
  refuseWithoutReason('createUser', call.reason, rules);
  const decision = await rules.decide({ ...asking, act: 'createUser', user: null });
  if (!decision.allowed) throw new Problem('policy-refused', { detail: decision.reason });
  const stepUp = await rules.stepUp({ ...asking, act: 'createUser', user: null });
  refuseStaleSignIn([stepUp], admin.authentication, world.now());
  const wish = await rules.write(
    { ...asking, action: 'createUser', payload: call.body, user: null },
    newUser,
  );
  refuseWay(wish, asking, services);
  const connection = await connectionFor(wish, organization, services, caller);
  const { email, username, phone_number, name, given_name, family_name, password } = wish;
  const identifiers: Identifiers = { email, username, phone_number };
  const errors = identifierFaults(identifiers, connection, connection.strategy === 'auth0');
  if (password !== undefined && connection.strategy !== 'auth0') {
    errors.push({ pointer: '#/password', detail: 'People of this connection have no password.' });
  }
  if (errors.length > 0) throw new Problem('invalid-request', { errors });

  const chosen = await rules.writeMemberships(wish.memberships ?? [], asking);
  const fields = await rules.writeFields(wish.fields ?? {}, null, {
    ...asking,
    asked: call.body.fields ?? {},
  });
  const metadata = mergePatches(chosen, fields);
  const owner = { ...identifiers, name, given_name, family_name, ...metadata };
  if (password !== undefined) refuseWeak(password, connection, owner);
  const stamp: MetadataPatch = {
    app_metadata: {
      [config.organizationKey]: organization,
      [marks.invited]: true,
      [marks.invitedAt]: new Date(world.now()).toISOString(),
      ...(password === undefined ? {} : temporaryMark(null)),
    },
  };
  const body: Management.CreateUserRequestContent = {
    ...present({ ...identifiers, name, given_name, family_name }),
    connection: connection.name,
    ...(email === undefined ? {} : { verify_email: false }),
    ...(connection.strategy === 'auth0'
      ? { password: randomPassword(passwordRulesOf(connection.options).min_length) }
      : {}),
    // What is ours comes last: nothing that was written before it stays.
    ...mergePatches(metadata, stamp),
  };
  refuseTooLarge(body);
  return {
    connection,
    identifiers,
    body,
    temporaryPassword: password,
    clientId: mailApplication(wish.application, organization, services),
    after: {
      connection: connection.name,
      ...present({ ...identifiers, name, given_name, family_name }),
      ...present({ fields: wish.fields, memberships: wish.memberships }),
      ...(connection.strategy === 'auth0' ? { temporary_password: password !== undefined } : {}),
    },
  };
}

/** @throws Problem `policy-refused`, `permission-missing` */
function refuseWay({ password }: NewUser, { admin }: Asking, { config }: Services): void {
  const { creation } = config.policy;
  if (!creation.includes(password === undefined ? 'invite' : 'password')) {
    const detail =
      password === undefined
        ? 'People are added with a temporary password here.'
        : 'People are added by invitation here: then nobody but the person himself ever knows the password.';
    throw new Problem('policy-refused', { detail });
  }
  if (password !== undefined && !admin.rights.has('set:passwords')) throw new Problem('permission-missing');
}

/** @throws Problem `invalid-request` at `#/connection` for one that the policy does not name, or that takes nobody. */
async function connectionFor(
  { connection: name }: NewUser,
  organization: string,
  { config, facts }: Services,
  caller: Caller,
): Promise<Auth0Connection> {
  const isNamed = connectionsOf(config.policy, organization).some((connection) => connection.name === name);
  const connection = isNamed ? await facts.connection(name, caller) : null;
  if (connection && isCreatable(connection)) return connection;
  const detail = 'Nobody can be added to this connection.';
  throw new Problem('invalid-request', { errors: [{ pointer: '#/connection', detail }] });
}

/** Below the 10 KB that Auth0 lets a profile have, with room for what it adds itself. */
const largestProfile = 8 * 1024;

/** @throws Problem `invalid-request` */
function refuseTooLarge({ password: _, ...profile }: Management.CreateUserRequestContent): void {
  const bytes = new TextEncoder().encode(JSON.stringify(profile)).byteLength;
  if (bytes <= largestProfile) return;
  throw new Problem('invalid-request', {
    errors: [{ pointer: '#/fields', detail: 'This is too much in all.' }],
  });
}

function present<Values extends object>(values: Values): Partial<Values> {
  // Only absent ones go.
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
