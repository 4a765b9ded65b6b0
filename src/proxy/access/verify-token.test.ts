import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { getMe } from '#contract/routes.ts';
import { startProxy } from '#tests/support/start-proxy.ts';

it('takes the token of a sign-in in a browser, which says nothing of its grant', async () => {
  const { admin, keys } = await startProxy();
  const { gty, ...claims } = decodeJwt(admin.token);
  const token = await keys.sign(claims, 'JWT');

  const answer = await admin.call(getMe, {}, { headers: { authorization: `Bearer ${token}` } });

  expect(gty).toBe('password');
  expect(answer.status).toBe(200);
});
