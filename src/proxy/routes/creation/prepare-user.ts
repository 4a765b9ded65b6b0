import type { Management } from 'auth0';
import { type NewUser, newUser } from '#contract/create-user.ts';
import { isCreatable, isInvitable } from '../../accounts/connection-rules.ts';
import { identifierFaults } from '../../accounts/identifier-faults.ts';
import { refuseWeak } from '../../accounts/temporary-password.ts';
import type { Identifiers } from '../../invitations/find-person.ts';
import type { Asking } from '../../policy/hook-context.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import { type MetadataPatch, mergePatches } from '../../policy/metadata-patch.ts';
import { connectionsOf } from '../../policy/policy-connections.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';
import type { Caller } from '../../tenant/caller.ts';
import { attributesOf, newAccount } from './new-account.ts';
import { refuseToAdd } from './refuse-to-add.ts';

/** Someone who is to be added, all of it checked: Auth0 has no reason left to refuse but that he is there. */
export interface NewPerson {
  connection: Auth0Connection;
  identifiers: Identifiers;
  /** For Auth0. */
  body: Management.CreateUserRequestContent;
  /** What he signs in with at first, where the admin chose it. */
  temporaryPassword: string | undefined;
  /** The application that his mail leads to. */
  clientId: string;
  /** For the record, without secrets. */
  after: Record<string, unknown>;
}

interface CreationCall extends Asking {
  body: NewUser;
  reason: string | undefined;
  caller: Caller;
}

/**
 * Holds a wish to add someone to the policy, the connection and the declared fields.
 *
 * @throws Problem `policy-refused`, `reason-required`, `step-up-required`, `permission-missing`, `weak-password`, and
 * `invalid-request` with a pointer for each fault.
 */
export async function prepareUser(call: CreationCall, services: Services): Promise<NewPerson> {
  const { admin, organization, caller } = call;
  const asking: Asking = { admin, organization };
  await refuseToAdd(call, services);
  const question = { ...asking, action: 'createUser', payload: call.body, user: null } as const;
  const wish = await services.rules.write(question, newUser);
  refuseWay(wish, asking, services);
  const connection = await connectionFor(wish, organization, services, caller);
  refuseIdentifiers(wish, connection);
  const metadata = await metadataFor(wish, call.body, asking, services);
  const attributes = attributesOf(wish);
  const { email, username, phone_number, password, fields, memberships } = wish;
  if (password !== undefined) refuseWeak(password, connection, { ...attributes, ...metadata });
  return {
    connection,
    identifiers: { email, username, phone_number },
    body: newAccount(wish, metadata, connection, { organization, services }),
    temporaryPassword: password,
    clientId: mailApplication(wish.application, organization, services),
    after: {
      connection: connection.name,
      ...attributes,
      ...(fields && { fields }),
      ...(memberships && { memberships }),
      ...(connection.strategy === 'auth0' && { temporary_password: password !== undefined }),
    },
  };
}

/** @throws Problem `policy-refused`, `permission-missing` */
function refuseWay({ password }: NewUser, { admin }: Asking, { config }: Services): void {
  const way = password === undefined ? 'invite' : 'password';
  if (!config.policy.creation.includes(way)) throw new Problem('policy-refused', { detail: wayClosed[way] });
  if (password !== undefined && !admin.rights.has('set:passwords')) throw new Problem('permission-missing');
}

const wayClosed = {
  invite: 'People are added with a temporary password here.',
  password:
    'People are added by invitation here: then nobody but the person himself ever knows the password.',
} as const;

/** @throws Problem `invalid-request` at `#/connection` for one that the policy does not name, or that takes nobody. */
async function connectionFor(
  { connection: name, password }: NewUser,
  organization: string,
  { config, facts }: Services,
  caller: Caller,
): Promise<Auth0Connection> {
  const isNamed = connectionsOf(config.policy, organization).some((connection) => connection.name === name);
  const connection = isNamed ? await facts.connection(name, caller) : null;
  const isOpen = password === undefined ? isInvitable : isCreatable;
  if (connection && isOpen(connection)) return connection;
  const detail = 'Nobody can be added to this connection in this way.';
  throw new Problem('invalid-request', { errors: [{ pointer: '#/connection', detail }] });
}

/** @throws Problem `invalid-request` */
function refuseIdentifiers(wish: NewUser, connection: Auth0Connection): void {
  const hasPassword = connection.strategy === 'auth0';
  const errors = identifierFaults(wish, connection, hasPassword);
  if (wish.password !== undefined && !hasPassword) {
    errors.push({ pointer: '#/password', detail: 'People of this connection have no password.' });
  }
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}

/** What the fields and the choice of memberships come to. */
async function metadataFor(
  wish: NewUser,
  asked: NewUser,
  asking: Asking,
  { rules }: Services,
): Promise<MetadataPatch> {
  const chosen = await rules.writeMemberships(wish.memberships ?? [], asking);
  const fields = await rules.writeFields(wish.fields ?? {}, null, { ...asking, asked: asked.fields ?? {} });
  return mergePatches(chosen, fields);
}
