import { expect, it } from 'vitest';
import { refusal } from '#tests/support/refusal.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const factors = region('Second factors and passkeys');
const method = (type: string, name?: string) => ({ id: `${type}|dev_1`, type, confirmed: true, name });
const usual = [method('totp'), method('webauthn-roaming', 'YubiKey 5'), method('password')];

/** The security tab of Jane Doe, who has a second step and a key. */
async function start(options: StartOptions & { methods?: typeof usual } = {}) {
  const { methods = usual, ...rest } = options;
  const app = await startUserScreen(rest);
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { name: 'Jane Doe' },
    record: { authenticationMethods: methods, recoveryCode: 'OLD', rememberedBrowsers: 2 },
  });
  app.openUser(jane, 'security');
  const kept = () => app.tenant.record(jane.user_id)?.authenticationMethods?.map(({ type }) => type);
  return { ...app, jane, kept };
}

it('removes one, and says by what the person goes on', async () => {
  const { kept } = await start();
  await button('Remove “Security key”').click();
  await expect.element(dialog).toMatchTextContent(/goes on with Code from an authenticator app/);

  await inDialog('Remove').click();

  await expect.element(said('“Security key” is removed')).toBeInTheDocument();
  await expect.element(factors).not.toMatchTextContent(/YubiKey/);
  expect(kept()).toEqual(['totp', 'password']);
});

it('says what it means to remove the last one', async () => {
  await start({ methods: [method('totp'), method('password')] });

  await button('Remove “Code from an authenticator app”').click();

  await expect.element(dialog).toMatchTextContent(/It is the last one/);
});

it('lists only second factors and passkeys', async () => {
  await start();

  await expect.element(factors).toMatchTextContent(/YubiKey/);
  await expect.element(factors).not.toMatchTextContent(/Password/);
});

it('says that a password alone is no second factor', async () => {
  await start({ methods: [method('password')] });

  await expect.element(factors).toMatchTextContent(/No second factor or passkey is set up/);
});

it('removes all, and leaves the password', async () => {
  const { kept } = await start();
  await button('Remove all').click();
  await expect.element(dialog).toMatchTextContent(/2 are removed: .*whoever knows the password/);

  await inDialog('Remove all').click();

  await expect.element(said('Jane Doe has no second factor or passkey any more')).toBeInTheDocument();
  await expect.element(button('Remove all')).not.toBeInTheDocument();
  expect(kept()).toEqual(['password']);
});

it('shows a new recovery code once, and asks before it goes', async () => {
  const { jane, tenant } = await start({ methods: [...usual, method('recovery-code')] });
  await button('New recovery code').click();
  await inDialog('Make a new code').click();
  const code = () => tenant.record(jane.user_id)?.recoveryCode ?? 'none';
  await expect.poll(code).not.toBe('OLD');
  await expect.element(dialog).toMatchTextContent(new RegExp(code()));

  await inDialog('Done').click();
  await expect.element(dialog.last()).toHaveAccessibleName(/Have you noted it/);
  await inDialog('Show it again').click();
  await expect.element(dialog).toMatchTextContent(new RegExp(code()));
  await inDialog('Done').click();
  await inDialog('Yes, close').click();

  await expect.element(dialog).not.toBeInTheDocument();
  expect(document.body.textContent).not.toContain(code());
});

it('has browsers forget the second step', async () => {
  const { writes } = await start();
  await button('Forget browsers').click();

  await inDialog('Forget browsers').click();

  await expect.element(said(/asked for the second step everywhere again/)).toBeInTheDocument();
  expect(writes()).toEqual([expect.stringContaining('/multifactor/actions/invalidate-remember-browser')]);
});

it('says that the plan does not include it', async () => {
  await start({
    between: async (request, pass) =>
      request.url.includes('/authentication-methods')
        ? refusal(403, 'insufficient_entitlement')
        : pass(request),
  });

  await expect.element(factors).toMatchTextContent(/plan of this service does not/);
  await expect.element(factors.getByRole('button')).not.toBeInTheDocument();
});

it('offers no act to those who may not', async () => {
  await start({ role: 'auditor' });

  await expect.element(factors).toMatchTextContent(/YubiKey/);
  await expect.element(factors.getByRole('button')).not.toBeInTheDocument();
});
