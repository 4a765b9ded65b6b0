import { describe, expect, it, vi } from 'vitest';
import { type Breaking, compared, doAct } from '../support/broken-write.ts';
import { faultTally } from '../support/fault-tally.ts';
import { writingRoutes } from '../support/possible-acts.ts';

const tally = faultTally();

// A test does an act as often as it has writes, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000 });
const untouched = { lost: 0, doubled: 0, unrecorded: 0, recovered: true };

const cut = () => Promise.reject(new TypeError('fetch failed'));
const html = '<!doctype html><h1>Bad gateway</h1>';

const faults: [string, Breaking][] = [
  ['the connection is cut before a write', cut],
  ['the connection is cut after a write', (pass) => pass().then(cut)],
  ['a write fails with 500 and was done', (pass) => pass().then(() => new Response(null, { status: 500 }))],
  ['a write is answered with a web page', (pass) => pass().then(() => new Response(html))],
  ['a write is answered with a web page by someone else', async () => new Response(html)],
  ['a write meets a limit without a word on when', async () => new Response(null, { status: 429 })],
];

const usual = new Map<string, Awaited<ReturnType<typeof doAct>>>();
for (const route of writingRoutes) usual.set(route.name, await doAct(route));

function usually(name: string) {
  const done = usual.get(name);
  if (!done) throw new Error(`${name} is no route that writes`);
  return done;
}

it.each(writingRoutes.map(({ name }) => name))('does %s when nothing is broken', (name) => {
  const { told, writes, rows } = usually(name);

  expect([told, rows]).toEqual([true, ['done']]);
  expect(writes).not.toEqual([]);
});

describe.each(faults)('when %s', (fault, breaking) => {
  it.each(writingRoutes.map((route) => [route.name, route] as const))('%s', async (name, route) => {
    for (const at of usually(name).writes.keys()) {
      const broken = await doAct(route, { breaking, at });
      const seen = await compared(usually(name), broken);
      tally.seen({ fault, ...seen });
      expect.soft(seen).toMatchObject(untouched);
    }
  });
});
