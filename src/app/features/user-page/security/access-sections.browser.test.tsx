import { expect, it } from 'vitest';
import type { RefreshToken } from '#tenant/model.ts';
import { deviceKey, livingAccess, refreshToken, session } from '#tests/support/access.ts';
import { refusal } from '#tests/support/refusal.ts';
import type { StartOptions } from '#tests/support/start-proxy.ts';
import { button, dialog, inDialog, region, said, startUserScreen } from '#tests/support/user-screen.ts';

const sessions = region('Signed in on');
const applications = region('Applications with access');
const janeId = 'auth0|000000000000000000000001';

const chrome = { ...session(janeId, 's1'), device: { last_user_agent: 'Chrome 141.0.0 / Windows 10.0.0' } };
const safari = { ...session(janeId, 's2'), device: { last_user_agent: 'Mobile Safari 18.5.0 / iOS 18.5.0' } };

/** The security tab of Jane Doe, who is signed in twice. */
async function start({ tokens = [], ...options }: StartOptions & { tokens?: RefreshToken[] } = {}) {
  const app = await startUserScreen(options);
  const jane = app.addPerson({
    memberOf: 'Acme',
    profile: { user_id: janeId, name: 'Jane Doe' },
    record: {
      sessions: [chrome, safari],
      refreshTokens: [refreshToken(janeId, 't1', 's1'), refreshToken(janeId, 't2'), ...tokens],
      deviceCredentials: [deviceKey(janeId, 'd1')],
    },
  });
  app.openUser(jane, 'security');
  return { ...app, jane, living: () => livingAccess(app.tenant, janeId) };
}

it('tells where someone is signed in, in words', async () => {
  await start();

  await expect.element(sessions).toMatchTextContent(/Chrome on Windows.*In Acme Portal.*Safari on iOS/);
  await expect.element(applications).toMatchTextContent(/Mobile app/);
});

it('ends one session, with the access that came by it', async () => {
  const { living } = await start();
  await button('End the session on Chrome on Windows').click();
  await expect.element(dialog).toMatchTextContent(/already open may keep working/);

  await inDialog('End the session').click();

  await expect.element(said('The session ends within moments')).toBeInTheDocument();
  await expect.element(sessions).not.toMatchTextContent(/Chrome/);
  await expect.element(applications.getByRole('listitem')).toHaveLength(1);
  expect(await living()).toEqual(['s2', 't2', 'd1']);
});

it('ends the access of one application', async () => {
  const { living } = await start();
  await applications.getByRole('button', { name: 'End access of Mobile app' }).last().click();

  await inDialog('End access').click();

  await expect.element(said('The access ends within moments')).toBeInTheDocument();
  await expect.element(applications.getByRole('listitem')).toHaveLength(1);
  expect(await living()).toHaveLength(4);
});

it('ends all, and says what goes on living', async () => {
  const { living } = await start();
  await button('End all').click();
  await expect.element(dialog).toMatchTextContent(/already open may keep working/);

  await inDialog('End all').click();

  await expect.element(said(/All sessions and access of Jane Doe end/)).toBeInTheDocument();
  await expect.element(sessions).toMatchTextContent(/is not signed in anywhere/);
  expect(await living()).toEqual(['d1']);
});

it('shows the latest of many, and the others when asked', async () => {
  const many = ['t3', 't4', 't5', 't6', 't7'].map((id) => refreshToken(janeId, id));
  await start({ tokens: many });
  const shown = applications.getByRole('listitem');
  await expect.poll(() => shown.elements().length).toBe(5);

  await applications.getByText('2 more').click();

  await expect.poll(() => shown.elements().length).toBe(7);
});

it('says in a sentence what the plan does not tell, and shows devices instead', async () => {
  await start({
    between: async (request, pass) =>
      /\/(sessions|refresh-tokens)(\?|$)/.test(request.url)
        ? refusal(403, 'insufficient_entitlement')
        : pass(request),
  });

  await expect.element(sessions).toMatchTextContent(/does not tell where people are signed in/);
  await expect.element(sessions.getByRole('alert')).not.toBeInTheDocument();
  await expect.element(applications).toMatchTextContent(/does not tell which applications/);
  await expect.element(region('Devices')).toMatchTextContent(/Old phone/);
});

it('lets one part fail alone, and asks again', async () => {
  let isBroken = true;
  await start({
    between: async (request, pass) =>
      isBroken && request.url.includes('/refresh-tokens') ? refusal(400, 'broken') : pass(request),
  });
  await expect.element(applications).toMatchTextContent(/could not be loaded/);
  await expect.element(sessions).toMatchTextContent(/Chrome on Windows/);

  isBroken = false;
  await applications.getByRole('button', { name: 'Try again' }).click();

  await expect.element(applications).toMatchTextContent(/Mobile app/);
});

it('says it when a session has been ended by someone else', async () => {
  const { admin } = await start();
  await button('End the session on Chrome on Windows').click();
  await admin.send(`/users/${encodeURIComponent(janeId)}/sessions/s1`, { method: 'DELETE' });

  await inDialog('End the session').click();

  await expect.element(dialog.getByRole('alert')).toMatchTextContent(/no longer there/);
});

it('offers no act to those who may not', async () => {
  await start({ role: 'auditor' });

  await expect.element(sessions).toMatchTextContent(/Chrome on Windows/);
  await expect.element(sessions.getByRole('button')).not.toBeInTheDocument();
});
