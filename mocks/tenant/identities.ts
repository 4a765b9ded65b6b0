import { bodyAs, type Endpoint, json } from './endpoint.ts';
import { badRequest } from './errors.ts';
import { type LinkInput, linkShape, secondaryOf } from './link-request.ts';
import { linked, shownIdentities, unlinked } from './linked-identity.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

/**
 * Several accounts as one user. What is linked is no user of its own any more: its metadata, roles and all else that was
 * kept beside its profile are gone for good. The answers give every identity its `profileData`, the main one too, as
 * recorded.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/user-account-linking
 */
export function identityEndpoints(store: TenantStore): Endpoint[] {
  const path = '/users/:id/identities';
  const scopes = [['update:users'], ['update:current_user_identities']];
  return [
    {
      method: 'POST',
      path,
      userId: 'id',
      scopes,
      body: linkShape,
      group: 'users_write',
      operation: 'Link a User Account',
      async answer(call) {
        const found = await secondaryOf(store, call, bodyAs<LinkInput>(call));
        const main = recordOf(store, call.param('id'));
        // An ID token is checked while others may write.
        const secondary = recordOf(store, found);
        const record = linked(main, secondary, store.now());
        store.deleteUser(found);
        store.saveUser(record);
        return json(shownIdentities(record), 201);
      },
    },
    {
      method: 'DELETE',
      path: `${path}/:provider/:identityId`,
      userId: 'id',
      scopes,
      group: 'users_write',
      operation: 'Unlink a User Identity',
      answer({ param }) {
        const record = recordOf(store, param('id'));
        const index = record.profile.identities.findIndex(
          ({ provider, user_id }) => provider === param('provider') && user_id === param('identityId'),
        );
        if (index === 0) throw badRequest('Main identity cannot be removed.');
        // Auth0's words for this one are not documented.
        if (index < 0) throw badRequest('The specified identity does not exist.');
        const { main, split } = unlinked(record, index, store.now());
        store.saveUser(main);
        store.saveUser(split);
        return json(shownIdentities(main));
      },
    },
  ];
}
