import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { userTabs } from '#app/paths.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { appOrigin } from '#tests/support/start-proxy.ts';
import { startUserScreen } from '#tests/support/user-screen.ts';

declare global {
  interface Window {
    /** Set by a payload that was run. */
    ran?: boolean;
  }
}

const payloads = [
  '<img src=x onerror="window.ran=true">',
  '"><svg onload="window.ran=true">',
  "javascript:window.ran=true//';window.ran=true//",
  '<script>window.ran=true</script>',
  '{{constructor.constructor("window.ran=true")()}}',
].join(' ');

const link = 'javascript:window.ran=true';

const policy = definePolicy({
  fields: [
    { name: 'note', label: 'Note', path: 'user_metadata.note', type: 'long-text', shows: ['detail', 'list'] },
    { name: 'site', label: 'Site', path: 'user_metadata.site', type: 'link' },
    { name: 'mail', label: 'Mail', path: 'user_metadata.mail', type: 'email' },
    { name: 'call', label: 'Call', path: 'user_metadata.call', type: 'phone' },
    {
      name: 'tags',
      label: 'Tags',
      path: 'user_metadata.tags',
      type: 'choices',
      options: [{ value: payloads, label: payloads }],
    },
  ],
});

const logEntry = {
  log_id: '90020261121',
  date: '2026-09-30T10:00:00.000Z',
  type: 's',
  client_name: payloads,
  connection: payloads,
  ip: payloads,
  user_agent: payloads,
  location_info: { country_code: 'X"', city_name: payloads },
};

afterEach(() => {
  window.ran = undefined;
});

async function screenOfHostilePerson() {
  const seed = noUsersSeed({ spaUrls: [appOrigin] });
  const app = await startUserScreen({
    config: { policy },
    seed: { ...seed, logsOf: (user) => [{ ...logEntry, user_id: user.user_id }] },
  });
  const person = app.addPerson({
    memberOf: 'Acme',
    profile: {
      name: payloads,
      nickname: payloads,
      given_name: payloads,
      family_name: payloads,
      username: payloads,
      phone_number: payloads,
      email: 'hostile@acme.example',
      picture: link,
      last_ip: payloads,
      user_metadata: { note: payloads, site: link, mail: `${link}@x`, call: link, tags: [payloads] },
    },
    record: {
      authenticationMethods: [{ id: 'totp|1', type: 'totp', confirmed: true, name: payloads }],
      bruteForceBlocks: [{ identifier: payloads, ip: payloads, connection: payloads }],
    },
  });
  return { ...app, person };
}

/** Whatever of the payloads has become more than text. */
function hostileElements(): Element[] {
  const selector =
    '[onerror], [onload], body script:not([src]), img[src="x"], [href^="javascript:" i], [src^="javascript:" i]';
  return [...document.querySelectorAll(selector)];
}

it.each(userTabs)('shows what stands in a hostile profile as text, on the tab %s', async (tab) => {
  const { openUser, person } = await screenOfHostilePerson();

  openUser(person, tab);

  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(payloads);
  await expect.poll(() => document.querySelector('main [aria-busy="true"]')).toBeNull();
  expect(hostileElements()).toEqual([]);
  expect(window.ran).toBeUndefined();
});

it('shows it as text in the list', async () => {
  const { open } = await screenOfHostilePerson();

  open('/o/Acme/users?columns=note');

  await expect.element(page.getByRole('link', { name: /<img src=x/ }).first()).toBeVisible();
  expect(hostileElements()).toEqual([]);
  expect(window.ran).toBeUndefined();
});
