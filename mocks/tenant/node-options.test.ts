import { expect, it } from 'vitest';
import { readNodeOptions } from './node-options.ts';

it('serves the demo on port 4400 to an app on port 4200 unless told otherwise', () => {
  expect(readNodeOptions([], {})).toEqual({
    port: 4400,
    seed: 'demo',
    url: 'http://localhost:4400',
    spaUrls: ['http://localhost:4200'],
    actions: [],
  });
});

it('takes flags before the environment', () => {
  const options = readNodeOptions(
    [
      '--port',
      '5000',
      '--seed',
      '250',
      '--spa',
      'http://a.example/x/, https://b.example',
      '--actions',
      'a.cjs, b.cjs',
    ],
    {
      TENANT_PORT: '6000',
      TENANT_URL: 'https://tenant.example/demo/',
    },
  );

  expect(options).toEqual({
    port: 5000,
    seed: 250,
    url: 'https://tenant.example/demo',
    spaUrls: ['http://a.example/x', 'https://b.example'],
    actions: ['a.cjs', 'b.cjs'],
  });
});

it.each([
  [['--port', '0'], '--port must be a port, 1 to 65535; it is "0".'],
  [['--port', '4e3'], '--port must be a port, 1 to 65535; it is "4e3".'],
  [['--seed', 'everyone'], '--seed must be demo, none or a number of users up to 1000000; it is "everyone".'],
  [['--seed', '0'], '--seed must be demo, none or a number of users up to 1000000; it is "0".'],
  [
    ['--url', 'tenant.example'],
    '--url must be an address such as http://localhost:4200; it is "tenant.example".',
  ],
  [['--spa', 'http://a.example,'], '--spa must be an address such as http://localhost:4200; it is "".'],
])('says in one sentence what is wrong with %j', (args, sentence) => {
  expect(() => readNodeOptions(args, {})).toThrow(sentence);
});

it.each([['--prot', '1'], ['--port'], ['4400']])(
  'shows how it is used when it does not know %j',
  (...args) => {
    expect(() => readNodeOptions(args, {})).toThrow(/^[^\n]* Usage: npm run tenant -- [^\n]*$/);
  },
);

it('names the variable when that is wrong', () => {
  expect(() => readNodeOptions([], { TENANT_PORT: 'x' })).toThrow('TENANT_PORT must be a port');
});
