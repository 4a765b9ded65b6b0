import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { definePolicy } from '#proxy/policy/policy.ts';
import { startApp } from '#tests/support/show-app.tsx';

type Settings = NonNullable<Parameters<typeof definePolicy>[0]['settings']>;

async function open(settings: Settings, address = '/o/Acme/users') {
  await page.viewport(1280, 900);
  const app = await startApp({ config: { policy: definePolicy({ title: 'Orbit', settings }) } });
  const shown = app.open(address);
  onTestFinished(() => shown.close());
  return { ...app, ...shown };
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name });

it('speaks in the vendor’s words where they fit, on screens that come later too', async () => {
  await open(() => ({
    messages: {
      'users.title': 'Colleagues',
      'users.total': '{count, plural, one {# colleague} other {# colleagues}}',
      'users.unheard': 'x',
      'users.column.name': 'Hello {stranger}',
      'userPage.tabs.profile': 'Who it is',
    },
  }));

  await expect.element(heading('Colleagues')).toBeVisible();
  await expect.element(page.getByText('1 colleague', { exact: true })).toBeVisible();
  await expect.element(page.getByRole('columnheader', { name: 'Name Email' })).toBeVisible();
  await page.getByRole('link', { name: 'Ada Admin', exact: true }).click();

  await expect.element(page.getByRole('link', { name: 'Who it is' })).toHaveAttribute('aria-current', 'page');
});

it('writes dates as the vendor’s locale does', async () => {
  await open(() => ({ locale: 'en-GB' }));

  await expect.element(page.getByRole('row').last().getByText('1 Oct 2026')).toBeVisible();
});

it('shows the logo, and the first letter where it does not load', async () => {
  await open(() => ({ logo: '/nowhere/logo.svg' }));

  await expect.element(page.getByRole('banner').getByText('O', { exact: true })).toBeVisible();
});

it('takes the vendor’s colours, and leaves them with his screens', async () => {
  const accent = () => document.documentElement.style.getPropertyValue('--accent');
  const { close } = await open(() => ({ accent: { light: '#005e84', dark: '#5fc0dd' } }));
  await expect.element(heading('Users')).toBeVisible();
  expect(accent()).toBe('light-dark(#005e84, #5fc0dd)');

  close();

  await expect.poll(accent).toBe('');
});

it('offers the vendor’s links in the menu of the account', async () => {
  await open(() => ({
    links: [
      { label: 'Help', href: 'https://orbit.example/help' },
      { label: 'Write to us', href: 'mailto:support@orbit.example' },
    ],
  }));
  await page.getByRole('button', { name: /Your account/ }).click();

  const help = page.getByRole('menuitem', { name: 'Help' });
  await expect.element(help).toHaveAttribute('href', 'https://orbit.example/help');
  await expect.element(help).toHaveAttribute('rel', 'noopener noreferrer');
  await expect.element(page.getByRole('menuitemradio', { name: 'Like this device' })).toHaveFocus();
});
