import axe from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createMemoryAudit, type MemoryAudit } from '#proxy/audit/memory-audit.ts';
import { startApp } from '#tests/support/show-app.tsx';
import type { StartOptions } from '#tests/support/start-proxy.ts';

const log = '/o/Acme/audit';

const act = {
  requestId: 'request-of-jane',
  at: Date.parse('2026-09-30T12:00:00Z'),
  actor: 'auth0|zoe',
  actorName: 'Zoë Zimmer',
  roles: ['Operator'],
  ip: '203.0.113.9',
  userAgent: 'Mozilla/5.0 (Test)',
  organization: 'Acme',
  act: 'setUserBlocked',
  target: 'auth0|jane',
  targetName: 'Jane Abel',
  before: { blocked: false },
  after: { blocked: true },
  reason: 'She has left',
};

const row = (name: RegExp) => page.getByRole('row', { name });
const address = () => expect.poll(() => location.hash);

/** The log of Acme, with a block of Jane by Zoë, a refusal and an act that nobody saw end. */
async function start(options: StartOptions & { width?: number; at?: string; rows?: boolean } = {}) {
  const { width = 1280, at = log, rows = true, ...rest } = options;
  await page.viewport(width, 800);
  const audit = createMemoryAudit();
  if (rows) await fill(audit);
  const app = await startApp({ audit, ...rest });
  const shown = app.open(at);
  onTestFinished(shown.close);
  return { ...app, audit };
}

async function fill(audit: MemoryAudit) {
  const unseen = {
    ...act,
    act: 'changeEmail',
    target: 'auth0|max',
    targetName: 'Max Moon',
    before: undefined,
  };
  await audit.begin({ ...unseen, after: { email: 'max@acme.example' } });
  await audit.refuse(
    { ...act, actorName: 'Bob Bell', act: 'leave', target: 'auth0|x', targetName: undefined },
    'user-not-found',
  );
  await audit.complete(await audit.begin(act), { outcome: 'done', at: act.at + 40 });
}

it('tells who did what to whom and how it went, the newest first', async () => {
  await start();

  await expect.element(row(/Zoë Zimmer Block Jane Abel Done/)).toBeVisible();
  await expect.element(row(/Bob Bell Remove or delete a person auth0\|x Refused/)).toBeVisible();
  await expect.element(row(/Zoë Zimmer Change the email Max Moon Unknown/)).toBeVisible();
  const names = page.getByRole('link', { name: 'Jane Abel' });
  await expect.element(names).toHaveAttribute('href', '#/o/Acme/users/auth0%7Cjane');
  await expect.element(page.getByRole('link', { name: 'auth0|x' })).not.toBeInTheDocument();
});

it('shows everything on record about an act when it is asked for', async () => {
  await start();
  const more = page.getByRole('button', { name: /^Details: Block/ });

  await userEvent.click(more);

  await expect.element(more).toHaveAttribute('aria-expanded', 'true');
  for (const words of ['She has left', 'Operator', '203.0.113.9', 'Mozilla/5.0 (Test)', 'request-of-jane'])
    await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(page.getByText(/^Blocked: No changed to Yes$/)).toBeVisible();
});

it('tells lists by their names, and leads nowhere from who is no user', async () => {
  const { audit } = await start({ rows: false, at: '/o/Acme/users' });
  const roles = {
    roles: [
      { id: 'rol_1', name: 'Auditor' },
      { id: 'rol_2', name: 'Operator' },
    ],
  };
  await audit.begin({
    ...act,
    actor: 'steward',
    actorName: 'Nightly sweep',
    act: 'changeRoles',
    before: { roles: [] },
    after: roles,
  });

  await page.getByRole('link', { name: 'Activity log' }).click();
  await page.getByRole('button', { name: /^Details: Change roles/ }).click();

  await expect.element(page.getByText(/^Roles: nothing changed to Auditor and Operator$/)).toBeVisible();
  await expect.element(row(/Nightly sweep Change roles/)).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Nightly sweep' })).not.toBeInTheDocument();
});

it('says of an act that nobody saw end that it may have been done', async () => {
  await start();

  await page.getByRole('button', { name: /^Details: Change the email/ }).click();

  await expect.element(page.getByText(/It may have been done/)).toBeVisible();
});

it('keeps its filters in the address, which shows the same again', async () => {
  const { open } = await start();

  await page.getByRole('textbox', { name: 'Who did it' }).fill('zoë');
  await address().toContain('who=zo');
  await page.getByRole('combobox', { name: 'What' }).selectOptions('Block or unblock');
  await page.getByRole('combobox', { name: 'Outcome' }).selectOptions('Done');
  await page.getByLabelText('From').fill('2026-09-01');

  await expect.element(row(/Bob Bell/)).not.toBeInTheDocument();
  await expect.element(row(/Jane Abel/)).toBeVisible();
  await address().toBe(`#${log}?who=zo%C3%AB&what=setUserBlocked&outcome=done&from=2026-09-01`);
  onTestFinished(open(location.hash.slice(1)).close);
  await expect.element(page.getByLabelText('From').last()).toHaveValue('2026-09-01');
});

it('says that nothing fits, and takes the filters away', async () => {
  await start({ at: `${log}?to=2020-01-01&whom=nobody` });
  await expect.element(page.getByText('Nothing fits these filters')).toBeVisible();

  await page.getByRole('button', { name: 'Clear filters' }).first().click();

  await expect.element(row(/Jane Abel/)).toBeVisible();
  await address().toBe(`#${log}`);
  await expect.element(page.getByRole('textbox', { name: 'On whom' })).toHaveValue('');
});

it('goes on to older entries', async () => {
  const { audit } = await start({ rows: false, at: '/o/Acme/users' });
  for (let count = 1; count <= 60; count += 1) await audit.begin({ ...act, targetName: `Person ${count}.` });

  await page.getByRole('link', { name: 'Activity log' }).click();
  await expect.element(row(/Person 60\./)).toBeVisible();
  await expect.element(row(/Person 1\./)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Show older' }).click();

  await expect.element(row(/Person 1\./)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Show older' })).not.toBeInTheDocument();
});

it('saves what the filters show, and says so', async () => {
  await start();
  const saved: { name: string; content: Promise<string> }[] = [];
  const create = URL.createObjectURL;
  const click = HTMLAnchorElement.prototype.click;
  let content: Promise<string> = Promise.resolve('');
  URL.createObjectURL = (blob) => {
    content = (blob as Blob).text();
    return 'blob:made-up';
  };
  HTMLAnchorElement.prototype.click = function save() {
    saved.push({ name: this.download, content });
  };
  onTestFinished(() => {
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
  });

  await page.getByRole('button', { name: 'Download' }).click();
  await page.getByRole('menuitem', { name: 'JSON lines' }).click();

  await expect.poll(() => saved.map(({ name }) => name)).toEqual(['activity-acme-2026-10-01.jsonl']);
  expect(await saved[0]?.content).toContain('Jane Abel');
  await expect.element(page.getByText('The activity log was downloaded').first()).toBeVisible();
});

it('says why the log cannot be shown, and tries again', async () => {
  const audit = createMemoryAudit();
  await fill(audit);
  let isDown = true;
  const list: typeof audit.list = (...query) =>
    isDown ? Promise.reject(new Error('disk gone')) : audit.list(...query);
  await start({ audit: { ...audit, list }, rows: false });
  await expect.element(page.getByText('The activity log cannot be read right now')).toBeVisible();

  isDown = false;
  await page.getByRole('button', { name: 'Try again' }).click();

  await expect.element(row(/Jane Abel/)).toBeVisible();
});

it('offers the log to nobody who may not read it', async () => {
  await start({ role: 'helpdesk' });

  await expect.element(page.getByText('You may not see the activity log')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Activity log' })).not.toBeInTheDocument();
});

it('marks in the navigation where one is', async () => {
  await start({ role: 'auditor' });

  const link = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });

  await expect.element(link('Activity log')).toHaveAttribute('aria-current', 'page');
  await expect.element(link('Users')).not.toHaveAttribute('aria-current');
});

it.each([1280, 320])('is accessible and fits %i pixels, with details open', async (width) => {
  await start({ width });
  await page.getByRole('button', { name: /^Details: Block/ }).click();
  await expect.element(page.getByText('She has left')).toBeVisible();

  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });

  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  await expect
    .element(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity log' }))
    .toBeVisible();
});
