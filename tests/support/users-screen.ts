import { expect, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { definePolicy } from '#proxy/policy/policy.ts';
import { startApp } from './show-app.tsx';
import type { StartOptions } from './start-proxy.ts';

export const usersList = '/o/Acme/users';

const policy = definePolicy({
  connections: () => [
    { name: 'Username-Password-Authentication', label: 'Email and password', strategy: 'auth0' },
  ],
});

/** The app on a wide screen, for an administrator of Acme; opening another address leaves the one before. */
export async function startUsersScreen(options: StartOptions = {}) {
  await page.viewport(1280, 800);
  const app = await startApp({ config: { policy }, ...options });
  const opened: { close: () => void }[] = [];
  const leave = () => {
    for (const shown of opened.splice(0)) shown.close();
  };
  onTestFinished(leave);
  const addMember = (name: string, profile: object = {}) =>
    app.addPerson({ memberOf: 'Acme', profile: { name, ...profile } });
  const open = (address = usersList) => {
    leave();
    const shown = app.open(address);
    opened.push(shown);
    return shown;
  };
  return { ...app, addMember, open };
}

export const searchBox = page.getByRole('textbox', { name: 'Search users' });

/** The link on a person's name. */
export const person = (name: string) => page.getByRole('link', { name, exact: true });

const names = () => page.getByRole('row').getByRole('link').elements();

/** Who is listed, in order, as soon as it is so. */
export const namesShown = () => expect.poll(() => names().map((link) => link.textContent));
