import type { Page } from '@playwright/test';
import { stackPorts, stackUrl } from './addresses.ts';
import { expect, logIn, test } from './journey.ts';

/** Gives the app another config.json, as a host would. */
async function configure(page: Page, change: Record<string, unknown>) {
  await page.route('**/config.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ json: { ...(await response.json()), ...change } });
  });
}

test('a broken configuration names the key', async ({ page }) => {
  await configure(page, { audience: undefined, history: 'maybe' });

  await page.goto(stackUrl);

  await expect(page.getByText('“audience” is missing')).toBeVisible();
  await expect(page.getByText('“history” is wrong')).toBeVisible();
});

test('a configuration that is not there is told', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ status: 404 }));

  await page.goto(stackUrl);

  await expect(page.getByText(/status 404/)).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ expectedErrors: /Failed to load resource/ });

  test('a proxy that cannot be reached is told, with a way to try again', async ({ page, context }) => {
    await context.route(`http://localhost:${stackPorts.proxy}/**`, (route) => route.abort());
    await page.goto(stackUrl);
    await logIn(page, 'ada');
    await expect(page.getByRole('heading', { name: 'The service cannot be reached' })).toBeVisible();

    await context.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
  });
});

test('an address that does not exist leads back', async ({ page }) => {
  await page.goto(`${stackUrl}/no/such/page`);
  await logIn(page, 'ada');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();

  await page.getByRole('link', { name: 'Go to your users' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible();
});

test('an organization of others is refused', async ({ page }) => {
  await page.goto(`${stackUrl}/o/Globex/users`);

  await logIn(page, 'ada');

  await expect(page.getByRole('heading', { name: 'This is not one of your organizations' })).toBeVisible();
});
