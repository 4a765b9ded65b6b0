import { expect, it } from 'vitest';
import {
  type Invitation,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from '#contract/create-user.ts';
import { listUsers } from '#contract/routes.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { answerOf } from '../support/answer-of.ts';
import { startAdding } from '../support/people-adding.ts';
import { outcomeOf } from '../support/start-proxy.ts';

const connection = connectionNames.database;
const address = 'someone@example.com';
const dayMs = 86_400_000;

type Started = Awaited<ReturnType<typeof startAdding>>;

async function invitationsOf({ admin }: Started, client = admin): Promise<Invitation[]> {
  return (await (await client.call(listInvitations, {})).json()).invitations;
}

const resend = ({ admin }: Started, invitationId = '') =>
  admin.call(resendInvitation, { params: { invitationId } });
const withdraw = ({ admin }: Started, invitationId = '') =>
  admin.call(withdrawInvitation, { params: { invitationId } });

/** Someone is wanted who is new, or who has an account in another organization. */
async function wanted(whom: 'new' | 'stranger') {
  const started = await startAdding();
  if (whom === 'stranger') started.addPerson({ memberOf: 'Globex', profile: { email: address } });
  await started.add({ connection, email: address, name: 'Some One' });
  started.tenant.settle();
  return started;
}

it('lists whom the organization has added, the newest first, with who did it and when', async () => {
  const started = await startAdding();
  await started.add({ connection, email: 'first@acme.example', name: 'First' });
  started.clock.now += 60_000;
  await started.add({ connection: connectionNames.sms, phone_number: '+4930123456' });
  started.tenant.settle();

  const listed = await invitationsOf(started);

  expect(listed).toMatchObject([
    {
      identifier: '+4930123456',
      connection: connectionNames.sms,
      mailed: false,
      invited_at: '2026-10-01T09:01:00.000Z',
      invited_by: 'Ada Admin',
    },
    {
      identifier: 'first@acme.example',
      name: 'First',
      mailed: true,
      invited_at: '2026-10-01T09:00:00.000Z',
      invited_by: 'Ada Admin',
    },
  ]);
});

it('shows the invitation of a stranger as that of someone new, whatever is done with it', async () => {
  async function story(whom: 'new' | 'stranger') {
    const started = await wanted(whom);
    const first = await invitationsOf(started);
    started.clock.now += 60_000;
    started.sent.length = 0;
    const resent = await answerOf(await resend(started, first[0]?.id));
    const second = await invitationsOf(started);
    const again = await answerOf(await started.add({ connection, email: address }));
    const withdrawn = await answerOf(await withdraw(started, first[0]?.id));
    started.tenant.settle();
    const third = await invitationsOf(started);
    const rows = started.audit.entries.map(({ id, requestId, actor, ...row }) => row);
    return { seen: { first, resent, second, again, withdrawn, third, rows }, calls: started.sent.length };
  }

  const [someoneNew, stranger] = [await story('new'), await story('stranger')];

  expect(stranger).toEqual(someoneNew);
  expect(stranger.seen.second[0]?.invited_at).toBe('2026-10-01T09:01:00.000Z');
  expect(stranger.seen.third).toEqual([]);
});

it('does nothing to the stranger whose invitation is sent again and withdrawn', async () => {
  const started = await startAdding();
  const person = started.addPerson({ memberOf: 'Globex', profile: { email: address } });
  const untouched = started.tenant.record(person.user_id);
  await started.add({ connection, email: address });
  const [invitation] = await invitationsOf(started);

  const outcomes = [
    await outcomeOf(await resend(started, invitation?.id)),
    await outcomeOf(await withdraw(started, invitation?.id)),
  ];

  expect(outcomes).toEqual(['200', '200']);
  expect(started.tenant.record(person.user_id)).toEqual(untouched);
  expect(started.tenant.mails()).toEqual([]);
});

it('lets both lapse on the same day', async () => {
  const counts: number[] = [];
  for (const whom of ['new', 'stranger'] as const) {
    const started = await wanted(whom);
    started.clock.now += 30 * dayMs - 60_000;
    counts.push((await invitationsOf(started, await started.as(started.admin.person))).length);
    started.clock.now += 120_000;
    counts.push((await invitationsOf(started, await started.as(started.admin.person))).length);
  }

  expect(counts).toEqual([1, 0, 1, 0]);
});

it('sends the mail of someone new again, and deletes the account that waited when it is withdrawn', async () => {
  const started = await wanted('new');
  const [person] = started.made();
  const [invitation] = await invitationsOf(started);

  await resend(started, invitation?.id);
  const mails = started.tenant.mails().map(({ to }) => to);
  await withdraw(started, invitation?.id);

  expect(mails).toEqual([address, address]);
  expect(started.tenant.user(person?.user_id ?? '')).toBeUndefined();
  expect(started.audit.entries.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual([
    'createUser done',
    'resendInvitation done',
    'withdrawInvitation done',
  ]);
});

it('shows a person who has signed in among the members, and no longer among the invitations', async () => {
  const started = await wanted('new');
  const [person] = started.made();
  const [invitation] = await invitationsOf(started);
  started.tenant.changeUser(person?.user_id ?? '', {
    last_login: '2026-10-01T09:00:30.000Z',
    logins_count: 1,
  });

  const listed = await invitationsOf(started);
  started.tenant.settle();
  const members = await (await started.admin.call(listUsers, {})).json();
  const outcomes = [
    await outcomeOf(await resend(started, invitation?.id)),
    await outcomeOf(await withdraw(started, invitation?.id)),
  ];

  expect(listed).toEqual([]);
  expect(started.tenant.user(person?.user_id ?? '')?.app_metadata).toEqual({ organization: 'Acme' });
  expect(members.total).toBe(2);
  expect(outcomes).toEqual(['404 item-not-found', '404 item-not-found']);
});

it('deletes nobody who has signed in since search saw him waiting', async () => {
  const started = await wanted('new');
  const [person] = started.made();
  const [invitation] = await invitationsOf(started);
  started.tenant.faults.searchLagMs = 600_000;
  started.tenant.changeUser(person?.user_id ?? '', { last_login: '2026-10-01T09:00:30.000Z' });

  const outcome = await outcomeOf(await withdraw(started, invitation?.id));

  expect(outcome).toBe('404 item-not-found');
  expect(started.tenant.user(person?.user_id ?? '')).toBeDefined();
});

it.each([
  ['moved to another organization', { app_metadata: { organization: 'Globex', steward_invited: true } }],
  [
    'given to another organization as well',
    { app_metadata: { organization: ['Acme', 'Globex'], steward_invited: true } },
  ],
  ['taken out of all', { app_metadata: { steward_invited: true } }],
])('deletes nobody who was %s between the look and the deletion', async (_, change) => {
  let move = () => {};
  const started = await startAdding({
    between(request, pass) {
      if (/\/users\/auth0%7C\w+$/.test(request.url)) move();
      return pass(request);
    },
  });
  await started.add({ connection, email: address });
  const [person] = started.made();
  const [invitation] = await invitationsOf(started);
  move = () => started.tenant.changeUser(person?.user_id ?? '', change);

  await withdraw(started, invitation?.id);

  expect(started.tenant.user(person?.user_id ?? '')).toBeDefined();
});

it('does not let an admin delete someone who was added and may do more than he', async () => {
  const started = await wanted('new');
  const [person] = started.made();
  started.addPerson({ role: 'administrator', profile: person });
  const operator = await started.as(started.addPerson({ memberOf: 'Acme', role: 'operator' }));
  const [invitation] = await invitationsOf(started);

  const response = await operator.call(withdrawInvitation, {
    params: { invitationId: invitation?.id ?? '' },
  });

  expect(await outcomeOf(response)).toBe('403 outranked');
  expect(started.tenant.user(person?.user_id ?? '')).toBeDefined();
});

it('opens no invitation of another organization, nor one that was changed', async () => {
  const started = await wanted('new');
  const other = await started.as(started.addPerson({ memberOf: 'Globex', role: 'administrator' }));
  const [invitation] = await invitationsOf(started);
  const id = invitation?.id ?? '';
  const forged = [id, `${id}A`, id.slice(0, -1), '', 'x', 'auth0|x', id.toUpperCase()];

  const outcomes = await Promise.all(
    forged.flatMap((invitationId) => [
      other
        .send(`/invitations/${encodeURIComponent(invitationId || ' ')}/mail`, { method: 'POST' })
        .then(outcomeOf),
      other
        .send(`/invitations/${encodeURIComponent(invitationId || ' ')}`, { method: 'DELETE' })
        .then(outcomeOf),
    ]),
  );

  expect(new Set(outcomes)).toEqual(new Set(['404 item-not-found']));
  expect(started.made()).toHaveLength(1);
});

it('shows an organization only its own invitations', async () => {
  const started = await wanted('new');
  const other = await started.as(started.addPerson({ memberOf: 'Globex', role: 'administrator' }));

  expect(await invitationsOf(started, other)).toEqual([]);
});

it('sends a stranger’s invitation no oftener than another', async () => {
  const outcomes: string[][] = [];
  for (const whom of ['new', 'stranger'] as const) {
    const started = await wanted(whom);
    const [invitation] = await invitationsOf(started);
    const here: string[] = [];
    for (let count = 0; count < 5; count += 1)
      here.push(await outcomeOf(await resend(started, invitation?.id)));
    outcomes.push(here);
  }

  expect(outcomes[0]).toEqual(['200', '200', '200', '200', '429 busy']);
  expect(outcomes[1]).toEqual(outcomes[0]);
});

it('lets no one without the permission act on invitations', async () => {
  const started = await wanted('new');
  const [invitation] = await invitationsOf(started);
  const auditor = await started.as(started.addPerson({ memberOf: 'Acme', role: 'auditor' }));
  const params = { invitationId: invitation?.id ?? '' };

  const outcomes = [
    await outcomeOf(await auditor.call(resendInvitation, { params })),
    await outcomeOf(await auditor.call(withdrawInvitation, { params })),
  ];

  expect(outcomes).toEqual(['403 permission-missing', '403 permission-missing']);
});

it('shows no invitations at all when the audit log cannot be read', async () => {
  const started = await startAdding({
    audit: { ...createMemoryAudit(), list: () => Promise.reject(new Error('disk full')) },
  });
  await started.add({ connection, email: address });
  started.tenant.settle();

  const response = await started.admin.call(listInvitations, {});

  expect(await outcomeOf(response)).toBe('503 audit-unavailable');
});
