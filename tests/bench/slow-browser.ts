import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright';
import { demoPeople } from '#mocks/seed/demo-seed.ts';
import { chromiumLaunch, findChromium } from '../browser/chromium.ts';
import { siteUrl } from './stack.ts';

/** A cheap phone or an old office computer. */
const cpuSlowdown = 4;

const kilobit = 1000 / 8;
/** Bytes per second, and milliseconds of each round trip. */
const slow4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1600 * kilobit,
  uploadThroughput: 750 * kilobit,
};

/** @throws Error when there is no Chromium. */
export async function startBrowser(): Promise<Browser> {
  const path = findChromium();
  if (!path) throw new Error('No Chromium was found; name one by CHROMIUM_PATH.');
  const launch = chromiumLaunch(path);
  // Pictures of people lie outside; nothing is fetched from there.
  const loopbackOnly = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost';
  return chromium.launch({ ...launch, args: [...launch.args, loopbackOnly] });
}

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** Signs a demo person in; a context made with this has his session at the tenant, and nothing else cached. */
export async function sessionOf(browser: Browser, name: string, path = '/'): Promise<Session> {
  const person = demoPeople.find(({ email }) => email.startsWith(`${name}@`));
  if (!person) throw new Error(`Nobody of the demo is called ${name}.`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(siteUrl + path);
  await page.getByLabel('Email or username').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.locator(rowSelector).first().waitFor();
  const session = await context.storageState();
  await context.close();
  return session;
}

/** A row of the list with somebody in it. */
export const rowSelector = 'tbody tr[data-user-id]';

export async function slowCpu(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  return session;
}

/** Slows the page's network, and that of its workers: the sign-in SDK fetches tokens in one. */
export async function slowNetwork(session: CDPSession): Promise<void> {
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  session.on('Target.attachedToTarget', async ({ sessionId }) => {
    const tell = (method: string, params: object = {}) =>
      session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id: 1, method, params }),
      });
    await tell('Network.enable');
    await tell('Network.emulateNetworkConditions', slow4G);
    await tell('Runtime.runIfWaitingForDebugger');
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: false,
  });
}
