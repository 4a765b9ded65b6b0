import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { noteConfirmation } from '#app/lib/confirmation.ts';
import { interruptedActKey } from '#app/lib/interrupted-act-key.ts';
import { editProfile } from '#contract/profile-edit.ts';
import { userId } from '#contract/user.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import type { PolicyInput } from '#proxy/policy/policy.ts';
import { livingAccess, session } from '#tests/support/access.ts';
import {
  announcement,
  confirmation,
  passInPage,
  signInAgain,
  startStepUp,
} from '#tests/support/step-up-screen.ts';
import { button, dialog, inDialog, said } from '#tests/support/user-screen.ts';

const connections = () => [
  { name: connectionNames.database, label: 'Email and password', strategy: 'auth0' },
];
const multiFactor = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';
const janeId = 'auth0|000000000000000000000001';

// All tests are in one page: each is an hour after the one before, so that no confirmation is recent.
vi.useFakeTimers({ toFake: ['Date'] });
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  passInPage(3_600_000);
  sessionStorage.clear();
});

async function start(policy: PolicyInput) {
  const app = await startStepUp(policy);
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { user_id: janeId, name: 'Jane Doe', email: 'jane@acme.example', email_verified: true },
    record: { sessions: [session(janeId, 's1')] },
  });
  return { ...app, jane };
}

const newEmail = dialog.getByLabelText('New email');

/** An admin who types another email for Jane, and is sent to sign in. */
async function startEmail(policy: PolicyInput = {}) {
  const app = await start({ stepUp: { changeEmail: { maxAgeSeconds: 300 } }, ...policy });
  const { close } = app.openUser(app.jane);
  await userEvent.click(button('Change email'));
  await userEvent.fill(newEmail, 'jane@new.example');
  return { ...app, close };
}

it('explains why, sends the admin to sign in, and goes on with what he had typed', async () => {
  const { openUser, jane, signIns, comeBack, writes, close } = await startEmail({ reasons: ['changeEmail'] });
  await userEvent.fill(dialog.getByLabelText('Why?'), 'She has married');
  await userEvent.click(inDialog('Change email'));
  await userEvent.click(signInAgain);
  expect(signIns).toEqual([{ max_age: 300 }]);
  expect(writes()).toEqual([]);
  await comeBack(close, 'pwd');

  openUser(jane);

  await expect.element(newEmail).toHaveValue('jane@new.example');
  await expect.element(dialog.getByLabelText('Why?')).toHaveValue('She has married');
  await expect.element(inDialog('Change email')).toHaveFocus();
  await expect.element(said(/You have signed in again/)).toBeInTheDocument();
  await userEvent.click(inDialog('Change email'));
  await expect.element(said(/jane@new.example/)).toBeVisible();
  expect(sessionStorage).toHaveLength(0);
});

it('brings the focus back to the field in which it was', async () => {
  const { openUser, jane, comeBack, close } = await startEmail();
  await userEvent.keyboard('{Enter}');
  await userEvent.click(signInAgain);
  await comeBack(close, 'pwd');

  openUser(jane);

  await expect.element(newEmail).toHaveFocus();
});

it('lets the admin sign in before he types anything', async () => {
  const { openUser, jane, signIns, comeBack } = await start({ stepUp: { changeEmail: { mfa: true } } });
  const { close } = openUser(jane);
  await userEvent.click(button('Change email'));
  await expect.element(announcement).toMatchTextContent(/with a second factor/);
  await userEvent.click(inDialog('Sign in now'));
  await userEvent.click(signInAgain);
  expect(signIns).toEqual([{ acr_values: multiFactor }]);
  await comeBack(close, 'pwd', 'mfa');

  openUser(jane);

  await expect.element(newEmail).toHaveFocus();
  await expect.element(announcement).not.toBeInTheDocument();
});

it('says nothing of a sign-in before an act that asks for none', async () => {
  const { openUser, jane } = await start({ stepUp: { block: { mfa: true } } });
  openUser(jane);

  await userEvent.click(button('Change email'));

  await expect.element(newEmail).toBeVisible();
  await expect.element(announcement).not.toBeInTheDocument();
});

it('follows the API where the sign-in has become too old since the page was opened', async () => {
  const { openUser, jane, clock, comeBack, signInNow, writes } = await start({
    stepUp: { changeEmail: { maxAgeSeconds: 300 } },
  });
  await signInNow('pwd');
  const { close } = openUser(jane);
  await userEvent.click(button('Change email'));
  await userEvent.fill(newEmail, 'jane@new.example');
  await expect.element(announcement).not.toBeInTheDocument();
  clock.now += 301_000;
  await userEvent.click(inDialog('Change email'));
  await userEvent.click(signInAgain);
  expect(writes()).toEqual([]);
  await comeBack(close, 'pwd');

  openUser(jane);
  await userEvent.click(inDialog('Change email'));

  await expect.element(said(/The email is now jane@new.example/)).toBeVisible();
});

it('opens again what asked only for a yes, with the focus on the safe choice', async () => {
  const { openUser, jane, signIns, comeBack, tenant } = await start({ stepUp: { block: { mfa: true } } });
  const { close } = openUser(jane, 'security');
  await userEvent.click(button('Block'));
  await userEvent.click(inDialog('Block'));
  await expect.element(confirmation.getByText(/second factor/)).toBeVisible();
  await userEvent.click(signInAgain);
  expect(signIns).toEqual([{ acr_values: multiFactor }]);
  await comeBack(close, 'pwd', 'mfa');

  openUser(jane, 'security');
  await expect.element(inDialog('Cancel')).toHaveFocus();
  await userEvent.click(inDialog('Block'));

  await expect.poll(() => tenant.user(jane.user_id)?.blocked).toBe(true);
});

it('goes on with the second of two acts when the first is done', async () => {
  const { openUser, jane, clock, comeBack, signInNow, tenant } = await start({
    stepUp: { endSessions: { maxAgeSeconds: 300 } },
  });
  await signInNow('pwd');
  const { close } = openUser(jane);
  await userEvent.click(button('Block'));
  clock.now += 301_000;
  await userEvent.click(inDialog('Block'));
  await userEvent.click(signInAgain);
  expect(tenant.user(janeId)?.blocked).toBe(true);
  expect(await livingAccess(tenant, janeId)).toEqual(['s1']);
  await comeBack(close, 'pwd');

  openUser(jane);
  await expect.element(dialog).toHaveAccessibleName('Jane Doe is blocked, but');
  await expect.element(said(/What you had begun is not done yet/)).toBeInTheDocument();
  await userEvent.click(inDialog('Try again'));

  await expect.element(said(/their sessions end/)).toBeVisible();
  expect(await livingAccess(tenant, janeId)).toEqual([]);
});

it('shows what somebody else has changed while the admin signed in', async () => {
  const { openUser, jane, admin, comeBack } = await start({
    stepUp: ({ action, user }) =>
      action === 'editProfile' && user?.nickname === 'first' ? { maxAgeSeconds: 300 } : null,
  });
  const params = { userId: userId.parse(jane.user_id) };
  const rename = (from: string | null, nickname: string) =>
    admin.call(
      editProfile,
      { params, body: { changes: { nickname }, seen: { nickname: from } } },
      { headers: { authorization: `Bearer ${admin.token}` } },
    );
  await rename('jane', 'first');
  const { close } = openUser(jane);
  await userEvent.click(button('Edit profile'));
  await userEvent.fill(dialog.getByLabelText('Nickname (optional)'), 'mine');
  await userEvent.click(inDialog('Save'));
  await userEvent.click(signInAgain);
  await comeBack(close, 'pwd');
  await rename('first', 'theirs');

  openUser(jane);
  await userEvent.click(inDialog('Save'));

  await expect.element(dialog).toMatchTextContent(/theirs/);
});

it('leaves everything as it was for whoever does not want to', async () => {
  const { signIns, writes } = await startEmail();
  await userEvent.click(inDialog('Change email'));

  await userEvent.click(confirmation.getByRole('button', { name: 'Cancel' }));

  await expect.element(newEmail).toHaveValue('jane@new.example');
  await expect.element(announcement).toBeVisible();
  expect([signIns, writes(), { ...sessionStorage }]).toEqual([[], [], {}]);
});

it('lets the browser ask before a new person is lost whom the admin did not want to sign in for', async () => {
  const { open } = await start({ connections, stepUp: { createUser: { maxAgeSeconds: 300 } } });
  open('/o/Acme/users/new');
  await page.getByLabelText('Email', { exact: true }).fill('new@acme.example');
  await button('Invite').click();
  await userEvent.click(confirmation.getByRole('button', { name: 'Cancel' }));

  const leaving = new Event('beforeunload', { cancelable: true });
  dispatchEvent(leaving);

  expect(leaving.defaultPrevented).toBe(true);
});

it('keeps what was typed for whoever comes back without having signed in, and says so', async () => {
  const { openUser, jane, leaveFor, close, writes } = await startEmail();
  await userEvent.click(inDialog('Change email'));
  await userEvent.click(signInAgain);
  leaveFor(close);

  openUser(jane);

  await expect.element(newEmail).toHaveValue('jane@new.example');
  await expect
    .element(said(/You have not signed in again, so what you had begun is not done/))
    .toBeInTheDocument();
  await expect.element(announcement).toBeVisible();
  expect([writes(), { ...sessionStorage }]).toEqual([[], {}]);
});

/** Changes what waits in the tab. */
function tamper(change: object) {
  const kept = JSON.parse(sessionStorage.getItem(interruptedActKey) ?? 'null');
  sessionStorage.setItem(interruptedActKey, JSON.stringify({ ...kept, ...change }));
}

it('throws away what somebody else had begun, and says so', async () => {
  const { openUser, jane, leaveFor, close, writes } = await startEmail();
  await userEvent.click(inDialog('Change email'));
  await userEvent.click(signInAgain);
  leaveFor(close);
  tamper({ by: 'auth0|someone-else' });

  openUser(jane);

  await expect.element(dialog).toMatchTextContent(/What somebody else had begun here was thrown away/);
  await userEvent.click(inDialog('Close').last());
  await expect.element(dialog).not.toBeInTheDocument();
  expect([writes(), { ...sessionStorage }]).toEqual([[], {}]);
});

it.each<[string, object]>([
  ['too late', { at: 0 }],
  ['to another screen', { address: 'https://elsewhere.example/' }],
])('says to whoever comes back %s that he has to begin again', async (_, change) => {
  const { openUser, jane, comeBack, close, writes } = await startEmail();
  await userEvent.click(inDialog('Change email'));
  await userEvent.click(signInAgain);
  await comeBack(close, 'pwd');
  tamper(change);

  openUser(jane);

  await expect.element(dialog).toHaveAccessibleName('This was not finished');
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  expect([writes(), { ...sessionStorage }]).toEqual([[], {}]);
});

it.each(['[]', '{"act":"changeEmail"}', 'no JSON'])('begins as usual with %s in the tab', async (text) => {
  const { openUser, jane } = await start({});
  sessionStorage.setItem(interruptedActKey, text);

  openUser(jane);

  await expect.element(button('Change email')).toBeVisible();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

it('does not send round in circles when the sign-in does not help', async () => {
  const { signIns } = await startEmail();
  noteConfirmation();

  await userEvent.click(inDialog('Change email'));

  await expect.element(page.getByRole('dialog', { name: 'This cannot be done now' })).toBeVisible();
  expect(signIns).toEqual([]);
});
