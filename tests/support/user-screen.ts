import { onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { type UserTab, userPath } from '#app/paths.ts';
import { organizationId } from '#contract/me.ts';
import { userId } from '#contract/user.ts';
import type { TenantUser } from '#tenant/model.ts';
import { startApp } from './show-app.tsx';
import type { StartOptions } from './start-proxy.ts';

const acme = organizationId.parse('Acme');

/** The app on a wide screen, for an administrator of Acme, and a way to open the page of one of its people. */
export async function startUserScreen(options: StartOptions = {}) {
  await page.viewport(1280, 900);
  const app = await startApp(options);
  const opened: { close: () => void }[] = [];
  const leave = () => {
    for (const shown of opened.splice(0)) shown.close();
  };
  onTestFinished(leave);
  /** Leaves what was open before. */
  const open = (address: string) => {
    leave();
    const shown = app.open(address);
    opened.push(shown);
    return shown;
  };
  const openUser = (user: Pick<TenantUser, 'user_id'>, tab?: UserTab) =>
    open(userPath(acme, userId.parse(user.user_id), tab));
  /** All that was written to the tenant since the page was opened, or tried. */
  const writes = () =>
    app.tenant.calls
      .filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/v2/'))
      .map(({ method, path }) => `${method} ${path.replace('/api/v2', '')}`);
  return { ...app, open, openUser, writes };
}

export const region = (name: string | RegExp) => page.getByRole('region', { name, exact: true });
export const button = (name: string) => page.getByRole('main').getByRole('button', { name, exact: true });
export const dialog = page.getByRole('dialog');
export const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true });
/** What was said after an act. */
export const said = (words: string | RegExp) => page.getByRole('status').getByText(words);
