import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TenantUser } from '#tenant/model.ts';
import { type BrokenWay, newField, waysBack, waysIn } from '../../support/broken-way.ts';
import { faultTally } from '../../support/fault-tally.ts';
import { makeImpatient } from '../../support/impatient-page.ts';
import { openBrowser, openContext, signIn } from '../../support/open-browser.ts';
import { type ServedApp, serveApp, straight } from '../../support/served-app.ts';
import { technicalWords } from '../../support/technical-words.ts';

declare global {
  interface Window {
    /** Calls that write. */
    sent: number;
  }
}

const tally = faultTally();

let app: ServedApp;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [app, browser] = await Promise.all([serveApp(), openBrowser()]);
  page = await (await openContext(browser)).newPage();
  page.setDefaultTimeout(8_000);
  await makeImpatient(page);
  await countWrites();
  await signIn(page, app);
});
afterEach(() => {
  app.ways.proxy = straight;
  app.ways.tenant = straight;
});
afterAll(async () => {
  await browser.close();
  app.stop();
});

const dialog = () => page.getByRole('dialog').last();

/** Opens a dialog on somebody new. */
async function openDialog(button: string): Promise<TenantUser> {
  const person = app.addPerson({ name: 'Mo Member', given_name: 'Mo' });
  const path = `${app.home}/users/${encodeURIComponent(person.user_id)}`;
  await page.evaluate((to) => history.pushState(null, '', to), path);
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await dialog().waitFor();
  return person;
}

/** Breaks the way of what writes; what reads goes through. */
function breakWrites({ way }: BrokenWay): void {
  app.ways.proxy = (request, pass, incoming) =>
    ['GET', 'OPTIONS'].includes(request.method) ? pass() : way(request, pass, incoming);
}

/**
 * How often the app has sent something since it was last asked. Its own calls are counted: when a connection that was
 * used before is cut, Chromium itself sends the request again.
 */
async function sent(): Promise<number> {
  return page.evaluate(() => {
    const { sent } = window;
    window.sent = 0;
    return sent;
  });
}

async function countWrites(): Promise<void> {
  await page.addInitScript(() => {
    const { fetch } = window;
    window.sent = 0;
    window.fetch = (input, init) => {
      if (init?.method !== undefined && init.method !== 'GET') window.sent += 1;
      return fetch(input, init);
    };
  });
}

/** What the dialog says went wrong: in plain words, with nothing of it that waits for ever. */
async function sees(): Promise<string> {
  const alert = dialog().getByRole('alert');
  await alert.waitFor();
  const words = await alert.innerText();
  expect(technicalWords(words)).toEqual([]);
  expect(await dialog().locator('[aria-busy=true]').count()).toBe(0);
  return `“${words.split(/(?<=[.:])\s/)[0]}”`;
}

/** Patches of a user that the tenant has taken. */
const patchesOf = (person: TenantUser) =>
  app.tenant.calls.filter(
    ({ method, path, status }) =>
      method === 'PATCH' && status === 200 && decodeURIComponent(path).endsWith(`/users/${person.user_id}`),
  ).length;

/** Patches beyond the one that was asked for, however often it was asked. */
const doubled = (person: TenantUser) => Math.max(0, patchesOf(person) - 1);

/** What the log says of somebody, beside what the tenant has done. */
function unrecorded(person: TenantUser): number {
  const rows = app.audit.entries.filter(
    ({ target, outcome }) => target === person.user_id && outcome === 'done',
  );
  return Math.max(0, patchesOf(person) - rows.length);
}

it.each([...waysIn, ...waysBack])(
  'says what is known when of a block $name, and blocks when asked again',
  async (broken) => {
    const person = await openDialog('Block');
    breakWrites(broken);
    await sent();

    await dialog()
      .getByRole('button', { name: 'Block', exact: true })
      .evaluate((button: HTMLElement) => {
        // In one moment: what is asked again after an answer is asked again.
        button.click();
        button.click();
      });
    const admin = await sees();
    const sentOnce = await sent();
    app.ways.proxy = straight;
    await dialog().getByRole('button', { name: 'Block', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await page.getByRole('main').getByRole('button', { name: 'Unblock' }).waitFor();

    const lost = app.tenant.user(person.user_id)?.blocked === true ? 0 : 1;
    tally.seen({
      fault: `the app writes: ${broken.name}`,
      admin,
      lost,
      doubled: doubled(person),
      unrecorded: unrecorded(person),
      recovered: true,
    });
    expect({ sentOnce, lost, doubled: doubled(person), unrecorded: unrecorded(person) }).toEqual({
      sentOnce: 1,
      lost: 0,
      doubled: 0,
      unrecorded: 0,
    });
  },
);

it.each([...waysIn, ...waysBack])(
  'keeps what was typed when of a form $name, and saves it when asked again',
  async (broken) => {
    const person = await openDialog('Edit profile');
    breakWrites(broken);
    await sent();

    await dialog().getByLabel('Nickname').fill('Momo');
    await dialog()
      .locator('form')
      .evaluate((form: HTMLFormElement) => {
        // In one moment: what is asked again after an answer is asked again.
        form.requestSubmit();
        form.requestSubmit();
      });
    const admin = await sees();
    const sentOnce = await sent();
    const typed = await dialog().getByLabel('Nickname').inputValue();
    app.ways.proxy = straight;
    await dialog().getByRole('button', { name: 'Save' }).click();
    await dialog().waitFor({ state: 'hidden' });

    const lost = app.tenant.user(person.user_id)?.nickname === 'Momo' ? 0 : 1;
    tally.seen({
      fault: `the app writes: ${broken.name}`,
      admin,
      lost,
      doubled: doubled(person),
      unrecorded: unrecorded(person),
      recovered: true,
    });
    expect({ sentOnce, typed, lost, doubled: doubled(person), unrecorded: unrecorded(person) }).toEqual({
      sentOnce: 1,
      typed: 'Momo',
      lost: 0,
      doubled: 0,
      unrecorded: 0,
    });
  },
);

it('takes no harm of a field that it does not know in the answer to an act', async () => {
  const person = await openDialog('Block');
  breakWrites(newField);

  await dialog().getByRole('button', { name: 'Block', exact: true }).click();
  await dialog().waitFor({ state: 'hidden' });

  const lost = app.tenant.user(person.user_id)?.blocked === true ? 0 : 1;
  tally.seen({ fault: `the app writes: ${newField.name}`, admin: 'all as ever', lost, recovered: true });
  expect(lost).toBe(0);
});

it('keeps what was typed when the token cannot be renewed, and saves it when it can', async () => {
  const person = await openDialog('Edit profile');
  await dialog().getByLabel('Nickname').fill('Momo');
  app.ways.proxy = (request, pass) => {
    if (request.method !== 'PATCH') return pass();
    return pass(
      new Request(request, { headers: { ...Object.fromEntries(request.headers), authorization: 'x' } }),
    );
  };
  app.ways.tenant = async (_request, _pass, { socket }) => {
    socket.destroy();
    return new Response(null, { status: 500 });
  };

  await dialog().getByRole('button', { name: 'Save' }).click();
  const admin = await sees();
  const typed = await dialog().getByLabel('Nickname').inputValue();
  app.ways.proxy = straight;
  app.ways.tenant = straight;
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'hidden' });

  const lost = app.tenant.user(person.user_id)?.nickname === 'Momo' ? 0 : 1;
  tally.seen({
    fault: 'the app writes: the tenant is away when a token has expired',
    admin,
    lost,
    recovered: true,
  });
  expect({ typed, lost }).toEqual({ typed: 'Momo', lost: 0 });
});
