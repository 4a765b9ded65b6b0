import type { Browser } from 'playwright';
import type { Figure } from './figure.ts';
import { rowSelector, sessionOf } from './slow-browser.ts';
import { proxyUrl, siteUrl } from './stack.ts';

const idleMs = 5000;

/** What an open list asks of the proxy while nobody touches it. */
export async function countIdleRequests(browser: Browser): Promise<Figure> {
  const context = await browser.newContext({ storageState: await sessionOf(browser, 'ada') });
  const page = await context.newPage();
  await page.goto(siteUrl);
  await page.locator(rowSelector).first().waitFor();
  let requests = 0;
  page.on('request', (request) => {
    if (request.url().startsWith(proxyUrl)) requests += 1;
  });
  await page.waitForTimeout(idleMs);
  await context.close();
  return {
    what: `requests of an open list in ${idleMs / 1000} idle seconds`,
    measured: `${requests}`,
    reach: '0',
    met: requests === 0,
    values: { requests },
  };
}
