import { badRequest, noClient, noConnection, noUser } from './errors.ts';
import { addressOf } from './mail-sending.ts';
import type { Client, UserRecord } from './model.ts';
import type { Shape } from './payload.ts';
import type { TenantStore } from './store.ts';

/** Whom a ticket or a mail is for, as the body of a request names him. */
export interface SubjectInput {
  user_id?: string;
  connection_id?: string;
  email?: string;
  client_id?: string;
  organization_id?: string;
  identity?: { user_id: string; provider: string; connection_id?: string };
}

export interface Subject {
  record: UserRecord;
  /** The place of the identity among his. */
  identity: number;
  client: Client | undefined;
}

const text = (description: string): Shape => ({ type: 'string', minLength: 1, description });

export const subjectProperties: Record<string, Shape> = {
  user_id: text('user_id of the user.'),
  client_id: text('ID of the client.'),
  organization_id: text('Organization ID.'),
  identity: {
    type: 'object',
    required: ['user_id', 'provider'],
    properties: {
      user_id: text('user_id of the identity.'),
      provider: text('Identity provider name of the identity.'),
      connection_id: text('connection_id of the identity.'),
    },
  },
};

/**
 * Finds him and checks that he can be written to. A client that does not exist is a guess of a 404.
 *
 * @throws ManagementError 400, 404
 * @see https://auth0.com/docs/api/management/v2/tickets/post-password-change
 */
export function subjectOf(store: TenantStore, input: SubjectInput): Subject {
  const client = input.client_id === undefined ? undefined : store.client(input.client_id);
  if (input.client_id !== undefined && !client) throw noClient();
  const record = recordFor(store, input);
  const { profile } = record;
  const identity = identityIn(store, record, input);
  if (addressOf(profile, identity) === undefined)
    throw badRequest('The user does not have an email address.');
  if (profile.identities[identity]?.provider !== 'auth0')
    throw badRequest("The user's main connection does not support this operation.");
  const { organization_id: organization } = input;
  if (organization !== undefined && !record.organizations?.includes(organization))
    throw badRequest(
      `The user with id ${profile.user_id} is not a member of organization with id ${organization}.`,
    );
  return { record, identity, client };
}

function recordFor(store: TenantStore, { user_id, connection_id, email }: SubjectInput): UserRecord {
  if (user_id !== undefined) {
    const record = store.user(user_id);
    if (!record) throw noUser();
    return record;
  }
  const connection = store.connections.get(connection_id ?? '');
  if (!connection) throw noConnection();
  const record = store.userByLogin(email ?? '', connection.name);
  if (record?.profile.email?.toLowerCase() !== email?.toLowerCase() || !record) throw noUser();
  return record;
}

function identityIn(store: TenantStore, { profile }: UserRecord, { identity: wanted }: SubjectInput): number {
  if (!wanted) return 0;
  const connection = wanted.connection_id && store.connections.get(wanted.connection_id)?.name;
  const found = profile.identities.findIndex(
    (identity) =>
      identity.provider === wanted.provider &&
      identity.user_id === wanted.user_id &&
      (!connection || identity.connection === connection),
  );
  if (found < 0) throw noUser();
  return found;
}
