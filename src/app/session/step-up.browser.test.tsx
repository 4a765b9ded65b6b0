import { decodeJwt } from 'jose';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noteConfirmation } from '#app/lib/confirmation.ts';
import { definePolicy, type PolicyInput } from '#proxy/policy/policy.ts';
import { button, dialog, inDialog, said, startUserScreen } from '#tests/support/user-screen.ts';

const multiFactor = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';

// All tests are in one page: each is an hour after the one before, so that no confirmation is recent.
vi.useFakeTimers({ toFake: ['Date'] });
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  vi.setSystemTime(Date.now() + 3_600_000);
  sessionStorage.clear();
});

async function start(policy: PolicyInput) {
  const app = await startUserScreen({ config: { policy: definePolicy(policy) } });
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe', email: 'jane@acme.example', email_verified: true },
  });
  /** What a page load after a sign-in finds: what this tab keeps, and a token that tells of it. */
  async function comeBack(close: () => void, ...methods: string[]) {
    const kept = { ...sessionStorage };
    close();
    Object.assign(sessionStorage, kept);
    app.clock.now += 1000;
    app.admin.token = await app.keys.sign({
      ...decodeJwt(app.admin.token),
      'https://steward/auth_time': app.clock.now / 1000,
      'https://steward/amr': methods,
    });
    noteConfirmation();
  }
  return { ...app, jane, comeBack };
}

const confirmation = page.getByRole('dialog', { name: 'Confirm that it is you' });
const signInAgain = confirmation.getByRole('button', { name: 'Sign in again' });

it('explains why, sends the admin to sign in, and goes on with what he had typed', async () => {
  const { openUser, jane, signIns, comeBack, writes } = await start({
    stepUp: { changeEmail: { maxAgeSeconds: 300 } },
    reasons: ['changeEmail'],
  });
  const { close } = openUser(jane);
  await userEvent.click(button('Change email'));
  await userEvent.fill(dialog.getByLabelText('New email'), 'jane@new.example');
  await userEvent.fill(dialog.getByLabelText('Why?'), 'She has married');
  await userEvent.click(inDialog('Change email'));
  await userEvent.click(signInAgain);
  expect(signIns).toEqual([{ max_age: 300 }]);
  expect(writes()).toEqual([]);
  await comeBack(close, 'pwd');

  openUser(jane);

  await expect.element(dialog.getByLabelText('New email')).toHaveValue('jane@new.example');
  await expect.element(dialog.getByLabelText('Why?')).toHaveValue('She has married');
  await userEvent.click(inDialog('Change email'));
  await expect.element(said(/jane@new.example/)).toBeVisible();
  expect(sessionStorage).toHaveLength(0);
});

it('keeps no password, and asks for it again', async () => {
  const { openUser, jane, comeBack, writes } = await start({
    stepUp: { setPassword: { maxAgeSeconds: 300 } },
    passwords: 'temporary',
  });
  const { close } = openUser(jane, 'security');
  await userEvent.click(button('Set a temporary password'));
  await userEvent.fill(dialog.getByLabelText('Temporary password', { exact: true }), 'Correct-horse-9');
  await userEvent.click(inDialog('Set the password'));
  await userEvent.click(signInAgain);
  expect(JSON.stringify(sessionStorage)).not.toContain('horse');
  await comeBack(close, 'pwd');

  openUser(jane, 'security');

  await expect.element(dialog.getByLabelText('Temporary password', { exact: true })).toHaveValue('');
  expect(writes()).toEqual([]);
});

it('opens again what asked only for a yes', async () => {
  const { openUser, jane, signIns, comeBack, tenant } = await start({ stepUp: { block: { mfa: true } } });
  const { close } = openUser(jane, 'security');
  await userEvent.click(button('Block'));
  await userEvent.click(inDialog('Block'));
  await expect.element(confirmation.getByText(/second factor/)).toBeVisible();
  await userEvent.click(signInAgain);
  expect(signIns).toEqual([{ acr_values: multiFactor }]);
  await comeBack(close, 'pwd', 'mfa');

  openUser(jane, 'security');
  await userEvent.click(inDialog('Block'));

  await expect.poll(() => tenant.user(jane.user_id)?.blocked).toBe(true);
});

it('leaves everything as it was for whoever does not want to', async () => {
  const { openUser, jane, signIns, writes } = await start({
    stepUp: { changeEmail: { maxAgeSeconds: 300 } },
  });
  openUser(jane);
  await userEvent.click(button('Change email'));
  await userEvent.fill(dialog.getByLabelText('New email'), 'jane@new.example');
  await userEvent.click(inDialog('Change email'));

  await userEvent.click(confirmation.getByRole('button', { name: 'Cancel' }));

  await expect.element(dialog.getByLabelText('New email')).toHaveValue('jane@new.example');
  await expect
    .element(dialog.getByRole('alert'))
    .toHaveTextContent('Nothing was changed: you have to sign in again for this.');
  expect([signIns, writes(), { ...sessionStorage }]).toEqual([[], [], {}]);
});

it('does not send round in circles when the sign-in does not help', async () => {
  const { openUser, jane, signIns } = await start({ stepUp: { changeEmail: { maxAgeSeconds: 300 } } });
  noteConfirmation();
  openUser(jane);
  await userEvent.click(button('Change email'));
  await userEvent.fill(dialog.getByLabelText('New email'), 'jane@new.example');

  await userEvent.click(inDialog('Change email'));

  await expect.element(page.getByRole('dialog', { name: 'This cannot be done now' })).toBeVisible();
  expect(signIns).toEqual([]);
});
