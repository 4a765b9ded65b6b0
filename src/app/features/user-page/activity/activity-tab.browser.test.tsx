import { afterEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { refusal } from '#tests/support/refusal.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, region, startUserScreen } from '#tests/support/user-screen.ts';

const janeId = 'auth0|000000000000000000000001';
const activity = region('Activity');
const entries = activity.getByRole('listitem');

afterEach(() => localStorage.clear());

/** Entry number 0 is the newest; each is an hour older than the one before. */
function entry(number: number, rest: object = {}) {
  const date = new Date(Date.parse('2026-09-30T12:30:00.000Z') - number * 3_600_000).toISOString();
  return { log_id: `log-${number}`, date, type: 's', user_id: janeId, ...rest };
}

/** The activity of Jane Doe, who has this log. */
async function start(log: object[], options: StartOptions & { search?: string } = {}) {
  const { search = '', between, ...rest } = options;
  const app = await startUserScreen({
    ...rest,
    async between(request, pass) {
      const { pathname, searchParams } = new URL(request.url);
      if (between || !pathname.endsWith('/logs')) return between?.(request, pass) ?? pass(request);
      const begin = Number(searchParams.get('page')) * 100;
      return Response.json(log.slice(begin, begin + 100));
    },
  });
  app.addPerson({ memberOf: 'Acme', profile: { user_id: janeId, name: 'Jane Doe' } });
  app.open(`/o/Acme/users/${encodeURIComponent(janeId)}/activity${search}`);
  return app;
}

it('groups what happened by days, in plain words', async () => {
  await start([entry(0), entry(1, { type: 'fp' }), entry(24, { type: 'scp' })], {
    search: '',
  });

  await expect.element(entries).toHaveLength(3);
  await expect
    .element(activity)
    .toMatchTextContent(/September 30, 2026.*Signed in.*Wrong password.*September 29/);
  await expect.element(activity).toMatchTextContent(/Password was changed/);
  await expect.element(activity).toMatchTextContent(/There are no older entries/);
});

it('keeps the filters in the address', async () => {
  await start([entry(0), entry(1, { type: 'fp' })]);
  await expect.element(entries).toHaveLength(2);

  await userEvent.selectOptions(page.getByRole('combobox', { name: 'What' }), 'Failed sign-ins');

  await expect.element(entries).toHaveLength(1);
  await expect.element(activity).toMatchTextContent(/Wrong password/);
  expect(location.hash).toContain('group=failed-sign-in');
});

it('takes days for those of the chosen time zone, and remembers the zone', async () => {
  const late = entry(0, { date: '2026-09-30T16:30:00.000Z' });
  const { open } = await start([late], { search: '?from=2026-10-01&to=2026-10-01' });
  await userEvent.selectOptions(page.getByRole('combobox', { name: 'Times in' }), 'Asia/Tokyo');
  await expect.element(activity).toMatchTextContent(/October 1, 2026.*1:30/);

  open(`/o/Acme/users/${encodeURIComponent(janeId)}/activity`);

  await expect.element(page.getByRole('combobox', { name: 'Times in' })).toHaveValue('Asia/Tokyo');
});

it('asks for nothing while the first day is after the last, and says so', async () => {
  const { tenant } = await start([entry(0)], { search: '?from=2026-10-02&to=2026-10-01' });

  await expect
    .element(page.getByLabelText('To'))
    .toHaveAccessibleDescription(/The first day is after the last/);
  expect(tenant.calls.filter(({ path }) => path.includes('/logs'))).toEqual([]);
});

it('brings older entries when they are asked for, and keeps the focus', async () => {
  const log = Array.from({ length: 130 }, (_, number) => entry(number));
  await start(log);
  await expect.element(button('Show older entries')).toBeVisible();
  const before = entries.elements().length;

  while (activity.getByRole('button', { name: 'Show older entries' }).elements().length > 0) {
    const known = entries.elements().length;
    await button('Show older entries').click();
    await expect.poll(() => entries.elements().length).toBeGreaterThan(known);
  }

  expect(entries.elements().length).toBe(130);
  expect(before).toBeLessThan(130);
  await expect.element(page.getByText('There are no older entries.')).toHaveFocus();
});

it('shows all that is known of an entry when it is opened', async () => {
  await start([entry(0, { ip: '192.0.2.7', user_agent: 'Firefox 144.0.0 / Linux 0.0.0' })]);
  await expect.element(page.getByText('192.0.2.7')).not.toBeVisible();

  await activity.getByText('Details').click();

  await expect.element(page.getByText('192.0.2.7')).toBeVisible();
  await expect.element(page.getByText('log-0')).toBeVisible();
});

it('tells nothing on record from nothing that fits', async () => {
  await start([], { search: '?group=password' });
  await expect.element(activity).toMatchTextContent(/Nothing fits these filters/);

  await button('Clear filters').click();

  await expect.element(activity).toMatchTextContent(/Nothing on record/);
  expect(location.hash).not.toContain('group');
});

it('offers to try again when it cannot be loaded', async () => {
  let isBroken = true;
  await start([], {
    between: async (request, pass) => {
      if (!request.url.includes('/logs')) return pass(request);
      return isBroken ? refusal(400, 'broken') : Response.json([entry(0)]);
    },
  });
  await expect.element(button('Try again')).toBeVisible();

  isBroken = false;
  await button('Try again').click();

  await expect.element(entries).toHaveLength(1);
});

it('says to those who may not see it that they may not, without asking', async () => {
  const { tenant, addPerson, as, admin, open } = await start([entry(0)]);
  const reader = await as(
    addPerson({ memberOf: 'Acme', permissions: ['read:users', 'block:users'], profile: { name: 'Rita' } }),
  );
  admin.token = reader.token;
  tenant.calls.length = 0;

  open(`/o/Acme/users/${encodeURIComponent(janeId)}/activity`);

  await expect.element(activity).toMatchTextContent(/You may not see what people did/);
  expect(tenant.calls.filter(({ path }) => path.includes('/logs'))).toEqual([]);
});
