import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import { block } from '../support/blocking.ts';
import { faultTally } from '../support/fault-tally.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

const tally = faultTally();

type Change = (user: Record<string, unknown>) => Record<string, unknown>;

/** A tenant whose users look otherwise than ours know them, as long as `change` is there. */
async function oddTenant() {
  const state: { change: Change | null } = { change: null };
  const started = await startProxy({
    async between(request, pass) {
      const response = await pass(request);
      const { pathname } = new URL(request.url);
      if (!state.change || !/\/api\/v2\/users(\/[^/]+)?$/.test(pathname)) return response;
      const body = await response.json();
      const changed = body.users
        ? { ...body, users: body.users.map(state.change) }
        : Array.isArray(body)
          ? body.map(state.change)
          : state.change(body);
      return Response.json(changed, { status: response.status, headers: {} });
    },
  });
  const { user_id } = started.addPerson({ memberOf: 'Acme' });
  await started.admin.call(getMe, {});
  return { ...started, user_id, state };
}

it('knows nothing of a new field, and shows nothing of it', async () => {
  const { admin, user_id, state, ...rest } = await oddTenant();

  state.change = (user) => ({ ...user, brand_new: 'CANARY', identities: withNew(user.identities) });
  const list = await admin.call(listUsers, {});
  const page = await admin.call(getUser, { params: { userId: user_id } });
  const blocked = await block(admin, user_id);

  const texts = await Promise.all([list, page, blocked].map((response) => response.text()));
  expect([list.status, page.status, blocked.status]).toEqual([200, 200, 200]);
  expect(texts.join()).not.toContain('CANARY');
  expect(rest.audit.entries).toMatchObject([{ outcome: 'done' }]);
  tally.seen({ fault: 'an unknown new field', admin: '200', recovered: true });
});

function withNew(identities: unknown) {
  return Array.isArray(identities) ? identities.map((one) => ({ ...one, brand_new: 'CANARY' })) : identities;
}

it.each(['user_id', 'identities', 'app_metadata'])(
  'refuses rather than guess when %s is missing, writes nothing, and recovers',
  async (field) => {
    const { admin, user_id, state, audit, tenant } = await oddTenant();

    state.change = ({ [field]: _, ...user }) => user;
    const list = await outcomeOf(await admin.call(listUsers, {}));
    const blocking = await outcomeOf(await block(admin, user_id));
    const isBlocked = tenant.user(user_id)?.blocked ?? false;
    state.change = null;
    const afterwards = await outcomeOf(await block(admin, user_id));

    // Without its organization a user is nobody's.
    const isNobody = field === 'app_metadata';
    expect([list, blocking]).toEqual(
      isNobody ? ['200', '404 user-not-found'] : ['502 auth0-refused', '502 auth0-refused'],
    );
    expect([isBlocked, afterwards]).toEqual([false, '200']);
    expect(audit.entries.at(-1)).toMatchObject({ outcome: 'done' });
    tally.seen({ fault: `a user without ${field}`, admin: blocking, recovered: afterwards === '200' });
  },
);
