import { expect, it } from 'vitest';
import { connections } from '../../tenant/answers-connections.ts';
import { newAccount } from './new-account.ts';

it('puts its own marks over whatever a field or a membership would write there', () => {
  const [connection] = connections.parse([{ id: 'con_1', name: 'c', strategy: 'email' }]);
  if (!connection) throw new Error('no connection');
  const metadata = {
    app_metadata: { organization: 'Globex', steward_invited: false, department: 'Sales' },
    user_metadata: { title: 'Lead' },
  };
  // Of the services only these two are asked.
  const services = { config: { organizationKey: 'organization' }, world: { now: () => 0 } } as never;

  const account = newAccount(
    { connection: 'c', email: 'jo@acme.example' },
    metadata,
    { ...connection, enabled: true },
    { organization: 'Acme', services },
  );

  expect(account).toEqual({
    connection: 'c',
    email: 'jo@acme.example',
    verify_email: false,
    app_metadata: {
      organization: 'Acme',
      department: 'Sales',
      steward_invited: true,
      steward_invited_at: '1970-01-01T00:00:00.000Z',
    },
    user_metadata: { title: 'Lead' },
  });
});
