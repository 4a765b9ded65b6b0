import { expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { session } from '#tests/support/access.ts';
import { refusal } from '#tests/support/refusal.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, startUserScreen } from '#tests/support/user-screen.ts';

const janeId = 'auth0|000000000000000000000001';

/** The profile of Jane Doe; `saved` is the file that was given to the browser. */
async function start(options: StartOptions = {}) {
  const saved: Blob[] = [];
  const original = URL.createObjectURL;
  const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    if (file instanceof Blob) saved.push(file);
    return original(file);
  });
  onTestFinished(() => spy.mockRestore());
  const app = await startUserScreen(options);
  app.addPerson({
    memberOf: 'Acme',
    profile: { user_id: janeId, name: 'Jane Doe', email: 'jane@acme.example' },
    record: { sessions: [session(janeId, 's1')] },
  });
  app.openUser({ user_id: janeId });
  return { ...app, saved };
}

it('saves all that is held about a person as one file', async () => {
  const { saved, audit } = await start();
  await button('Download all data…').click();
  await expect.element(dialog).toMatchTextContent(/Passwords are not in it/);

  await inDialog('Download').click();

  await expect.element(dialog).toMatchTextContent(/data-Jane-Doe-2026-10-01\.json/);
  const data = JSON.parse((await saved[0]?.text()) ?? '');
  expect(data).toMatchObject({
    profile: { email: 'jane@acme.example' },
    sessions: [{ id: 's1' }],
    missing: [],
  });
  expect(audit.entries.at(-1)).toMatchObject({ act: 'exportData' });
});

it('tells which parts are missing', async () => {
  await start({
    between: async (request, pass) =>
      request.url.includes('/refresh-tokens') ? refusal(403, 'insufficient_entitlement') : pass(request),
  });
  await button('Download all data…').click();

  await inDialog('Download').click();

  await expect.element(dialog).toMatchTextContent(/Applications with access: not in the plan/);
});

it('stays open with the reason when it cannot be had', async () => {
  const { saved, tenant } = await start();
  await button('Download all data…').click();
  tenant.changeUser(janeId, { app_metadata: { organization: 'Globex' } });

  await inDialog('Download').click();

  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/no longer exists here/);
  expect(saved).toEqual([]);
});

it('is not there for those who may not', async () => {
  await start({ role: 'auditor' });

  await expect.element(page.getByRole('region', { name: 'Profile' })).toBeVisible();
  await expect.element(page.getByText('Leaving and deletion')).not.toBeInTheDocument();
});
