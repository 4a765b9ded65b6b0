import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import { type Locator, page } from 'vitest/browser';
import { leavePath, type UserTab, userPath } from '#app/paths.ts';
import { createUser } from '#contract/create-user.ts';
import { leave } from '#contract/leave.ts';
import { organizationId } from '#contract/me.ts';
import { type UserId, userId } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { connectionNames, roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import type { TenantUser } from '#tenant/model.ts';
import { deviceKey, refreshToken, session } from '#tests/support/access.ts';
import { accountIn } from '#tests/support/accounts.ts';
import {
  announcement,
  confirmation,
  passInPage,
  signInAgain,
  startStepUp,
} from '#tests/support/step-up-screen.ts';
import { button, dialog, inDialog } from '#tests/support/user-screen.ts';

vi.useFakeTimers({ toFake: ['Date'] });
afterAll(() => void vi.useRealTimers());
beforeEach(() => {
  passInPage(3_600_000);
  sessionStorage.clear();
});

const acme = organizationId.parse('Acme');
const janeId = userId.parse('auth0|00000000000000000000000a');
const main = page.getByRole('main');
const typed = (label: string | RegExp) => dialog.getByLabelText(label, { exact: true });

type App = Awaited<ReturnType<typeof startStepUp>>;

/** What an admin does until the last press, and what is there again when he is back. */
interface Walk {
  profile?: Partial<TenantUser>;
  /** By what it is known in the audit log; the act's name unless told. */
  route?: string;
  address?: (jane: UserId) => string;
  /** Of Jane's page, where there is no address. */
  tab?: UserTab;
  prepare?: (app: App) => Promise<unknown>;
  begin: () => Promise<unknown>;
  /** What was entered, but for the question itself. */
  isThereAgain?: () => Promise<unknown>;
  /** The last press. */
  press: Locator;
}

const newPassword = main.getByRole('textbox', { name: 'Temporary password', exact: true });
const choice = (name: string | RegExp) => page.getByRole('radio', { name });

/** A new act of the policy has no place to go on at before it is told here. */
const walks: Record<UserAct | 'createUser', Walk> = {
  editProfile: {
    begin: async () => {
      await button('Edit profile').click();
      await typed('Nickname (optional)').fill('Janie');
    },
    isThereAgain: () => expect.element(typed('Nickname (optional)')).toHaveValue('Janie'),
    press: inDialog('Save'),
  },
  changeEmail: {
    begin: async () => {
      await button('Change email').click();
      await typed('New email').fill('jane@new.example');
    },
    isThereAgain: () => expect.element(typed('New email')).toHaveValue('jane@new.example'),
    press: inDialog('Change email'),
  },
  changeUsername: {
    profile: accountIn('staff', { username: 'jane' }),
    begin: async () => {
      await button('Change username').click();
      await typed('New username').fill('janie');
    },
    isThereAgain: () => expect.element(typed('New username')).toHaveValue('janie'),
    press: inDialog('Change username'),
  },
  changePhone: {
    profile: accountIn('sms', { phone_number: '+49301' }),
    begin: async () => {
      await button('Change phone number').click();
      await typed('New phone number').fill('+49302');
    },
    isThereAgain: () => expect.element(typed('New phone number')).toHaveValue('+49302'),
    press: inDialog('Change phone number'),
  },
  sendVerificationEmail: {
    profile: { email_verified: false },
    begin: () => button('Send verification mail').click(),
    press: inDialog('Send the mail'),
  },
  sendPasswordReset: {
    tab: 'security',
    begin: async () => {
      await button('Send a password mail').click();
      await typed('Afterwards they go to').selectOptions('Mobile');
    },
    isThereAgain: () => expect.element(typed('Afterwards they go to')).toHaveDisplayValue('Mobile'),
    press: inDialog('Send the mail'),
  },
  setPassword: {
    tab: 'security',
    begin: async () => {
      await button('Set a temporary password').click();
      await typed('Temporary password').fill('Correct-horse-9');
    },
    isThereAgain: async () => {
      await expect.element(typed('Temporary password')).toHaveValue('');
      await expect.element(typed('Temporary password')).toHaveFocus();
      await expect.element(dialog).toMatchTextContent(/Passwords are not kept/);
      await typed('Temporary password').fill('Correct-horse-9');
    },
    press: inDialog('Set the password'),
  },
  block: {
    route: 'setUserBlocked',
    tab: 'security',
    begin: async () => {
      await button('Block').click();
      await dialog.getByRole('checkbox').click();
    },
    isThereAgain: () => expect.element(dialog.getByRole('checkbox')).not.toBeChecked(),
    press: inDialog('Block'),
  },
  unblock: {
    profile: { blocked: true },
    route: 'setUserBlocked',
    begin: async () => {
      await button('Unblock').click();
      await dialog.getByRole('checkbox').click();
    },
    isThereAgain: () => expect.element(dialog.getByRole('checkbox')).not.toBeChecked(),
    press: inDialog('Unblock'),
  },
  removeBruteForceBlocks: {
    tab: 'security',
    begin: () => button('End the pause').click(),
    press: inDialog('End the pause'),
  },
  removeAuthenticationMethods: {
    tab: 'security',
    begin: () => button('Remove all').click(),
    press: inDialog('Remove all'),
  },
  regenerateRecoveryCode: {
    tab: 'security',
    begin: () => button('New recovery code').click(),
    press: inDialog('Make a new code'),
  },
  forgetBrowsers: {
    tab: 'security',
    begin: () => button('Forget browsers').click(),
    press: inDialog('Forget browsers'),
  },
  endSessions: {
    route: 'endAccess',
    tab: 'security',
    begin: () => button('End all').click(),
    press: inDialog('End all'),
  },
  changeRoles: {
    tab: 'roles',
    begin: async () => {
      await page.getByRole('checkbox', { name: 'Auditor', exact: true }).click();
      await button('Review and save').click();
    },
    isThereAgain: () => expect.element(dialog).toMatchTextContent(/Given.*Auditor/),
    press: inDialog('Save'),
  },
  linkIdentity: {
    tab: 'security',
    prepare: async ({ addPerson }) => addPerson({ memberOf: 'Acme', profile: { name: 'Jane Second' } }),
    begin: async () => {
      await button('Link a second account').click();
      await dialog.getByRole('textbox', { name: 'Find the second account' }).fill('Jane Second');
      await dialog.getByRole('button', { name: /Jane Second/ }).click();
    },
    press: inDialog('Link the accounts'),
  },
  unlinkIdentity: {
    tab: 'security',
    profile: {
      identities: [
        {
          connection: connectionNames.database,
          provider: 'auth0',
          user_id: '00000000000000000000000a',
          isSocial: false,
        },
        { connection: connectionNames.google, provider: 'google-oauth2', user_id: '42', isSocial: true },
      ],
    },
    begin: () => button('Unlink Google').click(),
    press: inDialog('Unlink'),
  },
  leave: {
    address: (jane) => leavePath(acme, jane),
    begin: async () => {
      await choice('Remove from Acme').click();
      await button('Go on').click();
    },
    press: button('Remove Jane Doe'),
  },
  delete: {
    route: 'leave',
    address: (jane) => leavePath(acme, jane),
    begin: async () => {
      await choice('Delete now').click();
      await button('Go on').click();
      await main.getByRole('textbox').fill('jane@acme.example');
    },
    isThereAgain: () => expect.element(main.getByRole('textbox')).toHaveValue('jane@acme.example'),
    press: button('Delete Jane Doe now'),
  },
  cancelLeave: {
    prepare: ({ admin }) =>
      admin.call(leave, { params: { userId: janeId }, body: { way: 'delete-later', days: 30 } }),
    begin: () => button('Keep Jane Doe').click(),
    press: inDialog('Keep Jane Doe'),
  },
  exportData: {
    begin: () => button('Download all data…').click(),
    press: dialog.getByRole('button', { name: /Download/ }),
  },
  createUser: {
    address: () => '/o/Acme/users/new',
    begin: async () => {
      await main.getByLabelText('How they sign in').selectOptions('Staff');
      await main.getByLabelText('Email', { exact: true }).fill('new@acme.example');
      await main.getByLabelText('Username', { exact: true }).fill('newcomer');
      await choice('Temporary password').click();
      await newPassword.fill('Correct-horse-95-battery');
    },
    isThereAgain: async () => {
      await expect.element(main.getByLabelText('How they sign in')).toHaveDisplayValue('Staff');
      await expect.element(main.getByLabelText('Email', { exact: true })).toHaveValue('new@acme.example');
      await expect.element(main.getByLabelText('Username', { exact: true })).toHaveValue('newcomer');
      await expect.element(newPassword).toHaveFocus();
      await newPassword.fill('Correct-horse-95-battery');
    },
    press: button('Add'),
  },
};

/** The acts of lists, where each row has a button of its own. */
const rows: Record<string, Walk & { act: keyof typeof walks }> = {
  'one second factor': {
    act: 'removeAuthenticationMethods',
    route: 'removeAuthenticationMethod',
    tab: 'security',
    begin: () => button('Remove “Code from an authenticator app”').click(),
    press: inDialog('Remove'),
  },
  'one session': {
    act: 'endSessions',
    route: 'endSession',
    tab: 'security',
    begin: () =>
      main
        .getByRole('button', { name: /^End the session/ })
        .first()
        .click(),
    press: inDialog('End the session'),
  },
  'the access of one application': {
    act: 'endSessions',
    route: 'endRefreshToken',
    tab: 'security',
    begin: () => main.getByRole('button', { name: /^End access/ }).click(),
    press: inDialog('End access'),
  },
  'the mail of an invitation': invitationWalk('resendInvitation', 'Send again', 'Send again'),
  'an invitation that is withdrawn': invitationWalk('withdrawInvitation', 'Withdraw', 'Withdraw'),
};

function invitationWalk(route: string, open: string, press: string) {
  return {
    act: 'createUser' as const,
    route,
    address: () => '/o/Acme/invitations',
    async prepare({ admin, signInNow, tenant, keys: _ }: App) {
      const before = admin.token;
      await signInNow('pwd');
      const headers = { authorization: `Bearer ${admin.token}` };
      for (const email of ['ivy@acme.example', 'ira@acme.example']) {
        await admin.call(createUser, { body: { connection: connectionNames.database, email } }, { headers });
      }
      tenant.settle();
      admin.token = before;
    },
    begin: () => main.getByRole('button', { name: new RegExp(`^${open}.*ivy@`) }).click(),
    isThereAgain: () => expect.element(dialog).toHaveAccessibleName(/ivy@acme\.example/),
    press: inDialog(press),
  };
}

async function startWalk(act: keyof typeof walks, { profile, prepare }: Walk) {
  const app = await startStepUp({
    stepUp: { [act]: { maxAgeSeconds: 300 } },
    passwords: 'temporary',
    creation: ['invite', 'password'],
    roles: () => Object.values(roleNames),
    connections: () => [
      { name: connectionNames.database, label: 'Email and password', strategy: 'auth0' },
      { name: connectionNames.staff, label: 'Staff', strategy: 'auth0' },
    ],
    applications: () => [
      { client_id: 'orbit-portal', name: 'Portal' },
      { client_id: 'orbit-mobile', name: 'Mobile' },
    ],
  });
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: {
      user_id: janeId,
      name: 'Jane Doe',
      email: 'jane@acme.example',
      email_verified: true,
      ...profile,
    },
    record: {
      roles: [roleId(roleNames.helpdesk)],
      sessions: [session(janeId, 's1'), session(janeId, 's2')],
      refreshTokens: [refreshToken(janeId, 't1')],
      deviceCredentials: [deviceKey(janeId, 'd1')],
      bruteForceBlocks: [{ identifier: 'jane@acme.example', connection: connectionNames.database }],
      authenticationMethods: [
        { id: 'totp|1', type: 'totp', confirmed: true },
        { id: 'recovery-code|1', type: 'recovery-code', confirmed: true },
      ],
      recoveryCode: 'ABCD',
      rememberedBrowsers: 1,
    },
  });
  await prepare?.(app);
  return { ...app, jane: userId.parse(jane.user_id) };
}

const everyWalk = [
  ...Object.entries(walks).map(([act, walk]) => [act, act as keyof typeof walks, walk] as const),
  ...Object.entries(rows).map(([name, walk]) => [name, walk.act, walk] as const),
];

it.each(everyWalk)('goes on after a sign-in where it was interrupted: %s', async (_, act, walk) => {
  const app = await startWalk(act, walk);
  const { admin, audit, comeBack, jane, open } = app;
  const address = walk.address?.(jane) ?? userPath(acme, jane, walk.tab);
  const done = () =>
    audit.entries.filter(({ act: name, outcome }) => name === (walk.route ?? act) && outcome === 'done')
      .length;
  const before = done();
  const { close } = open(address);
  await walk.begin();
  await expect.element(announcement).toBeVisible();
  const question = await dialogName();
  await walk.press.click();
  await expect.element(confirmation).toBeVisible();
  await signInAgain.click();
  expect(done()).toBe(before);
  expect(JSON.stringify({ ...sessionStorage })).not.toContain('horse');
  await comeBack(close, 'pwd');
  expect(admin.token).toBeTruthy();

  open(address);

  await expect.element(walk.press).toBeVisible();
  expect(await dialogName()).toBe(question);
  await expect.element(announcement).not.toBeInTheDocument();
  await walk.isThereAgain?.();
  await walk.press.click();
  await expect.poll(done).toBe(before + 1);
});

/** What the open dialog asks; nothing where the screen itself does. */
async function dialogName(): Promise<string> {
  return document.querySelector('dialog[open] h2')?.textContent ?? '';
}
