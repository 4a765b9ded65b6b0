import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { usersPath } from '#app/paths.ts';
import { organizationId } from '#contract/me.ts';
import { startApp } from '#tests/support/show-app.tsx';
import { organizationKey } from './organization-context.ts';

const [acme, globex] = [organizationId.parse('Acme'), organizationId.parse('Globex')];
const opened: { close: () => void }[] = [];
afterEach(() => {
  for (const shown of opened.splice(0)) shown.close();
  localStorage.clear();
});

const person = (name: string) => page.getByRole('link', { name, exact: true });

/** The list of Acme, before an admin of two organizations. */
async function start() {
  const app = await startApp({ adminOf: ['Acme', 'Globex'] });
  app.addPerson({ memberOf: 'Acme', profile: { name: 'Anna Acme' } });
  app.addPerson({ memberOf: 'Globex', profile: { name: 'Greta Globex' } });
  const shown = app.open(usersPath(acme));
  opened.push(shown);
  await expect.element(person('Anna Acme')).toBeVisible();
  return { ...app, ...shown };
}

async function switchToGlobex() {
  await page.getByRole('button', { name: /^Organization: / }).click();
  await page.getByRole('menuitemradio', { name: 'Globex' }).click();
  await expect.element(person('Greta Globex')).toBeVisible();
}

it('forgets all of one organization when another is entered', async () => {
  const { queries } = await start();

  await switchToGlobex();

  await expect.element(person('Anna Acme')).not.toBeInTheDocument();
  expect(queries.getQueryCache().findAll({ queryKey: organizationKey(acme) })).toEqual([]);
  expect(queries.getQueryCache().findAll({ queryKey: organizationKey(globex) })).not.toEqual([]);
});

it('remembers where someone worked, but leaves neither who it is nor a token behind', async () => {
  const { open, admin } = await start();
  await switchToGlobex();

  opened.push(open('/'));

  await expect.poll(() => location.hash).toBe(`#${usersPath(globex)}`);
  const kept = JSON.stringify({ ...localStorage, ...sessionStorage });
  expect(kept).toContain('Globex');
  for (const secret of [admin.person.user_id, admin.person.email ?? '@', admin.token]) {
    expect(kept).not.toContain(secret);
  }
});

it('keeps the page of a failed start while it is tried again, and then takes the focus to the list', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let isDown = false;
  let isSlow = false;
  const { open } = await startApp({
    between: async (request, pass) => {
      if (isSlow) await released;
      return isDown
        ? Response.json({ statusCode: 400, errorCode: 'broken' }, { status: 400 })
        : pass(request);
    },
  });
  isDown = true;
  opened.push(open(usersPath(acme)));
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect.element(retry).toBeVisible();

  [isDown, isSlow] = [false, true];
  await retry.click();

  await expect.element(retry).toHaveAttribute('aria-busy', 'true');
  release();
  await expect.element(person('Ada Admin')).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Users' })).toHaveFocus();
});

it('shows the list in a browser without idle callbacks', async () => {
  const idle = window.requestIdleCallback;
  Reflect.deleteProperty(window, 'requestIdleCallback');

  await start();

  await expect.element(person('Ada Admin')).toBeVisible();
  window.requestIdleCallback = idle;
});
