import { getMe } from '#contract/routes.ts';
import { createProxy } from '#proxy/app.ts';
import { proxyUrl, startProxy } from '../support/start-proxy.ts';
import { cannedList, isList, listPath } from './canned-list.ts';
import { type Figure, median, withSpread } from './figure.ts';

const requests = 1000;
const repetitions = 5;
const reachMs = 1;

/** CPU that the proxy itself spends on a page of the list: all threads, without what the canned upstream costs. */
export async function measureProxyCpu(): Promise<Figure> {
  const text = await cannedList();
  const { config, world, admin } = await startProxy();
  await admin.call(getMe, {});
  const canned = () => new Response(text, { headers: { 'content-type': 'application/json' } });
  const proxy = createProxy(config, {
    ...world,
    fetch: async (input, init) => (isList(String(input)) ? canned() : world.fetch(input, init)),
  });
  const request = () =>
    new Request(proxyUrl + listPath, { headers: { authorization: `Bearer ${admin.token}` } });

  async function through() {
    const response = await proxy.fetch(request());
    if (response.status !== 200) throw new Error(`The proxy answers ${response.status}.`);
    await response.text();
  }
  async function bare() {
    request();
    await canned().text();
  }

  // Until the engine has compiled both.
  for (const act of [through, bare]) await cpuMs(act);
  const own: number[] = [];
  for (let turn = 0; turn < repetitions; turn += 1) own.push((await cpuMs(through)) - (await cpuMs(bare)));
  return {
    what: 'list page of 50 users, CPU of the proxy itself per request',
    measured: withSpread(own, 'ms'),
    reach: `≤ ${reachMs} ms`,
    met: median(own) <= reachMs,
    values: { milliseconds: own },
  };
}

async function cpuMs(act: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  for (let count = 0; count < requests; count += 1) await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / requests;
}
