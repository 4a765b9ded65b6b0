import { parseArgs } from 'node:util';

/** How the tenant is to be served; see `usage` below. */
export interface NodeOptions {
  port: number;
  /** A number: the demo with so many members in its main organization. */
  seed: 'demo' | 'none' | number;
  /** The tenant's public address, without a slash at its end. */
  url: string;
  /** Where apps run that may sign people in. */
  spaUrls: string[];
  /** Files of CommonJS modules: the Actions that run at login, in this order. */
  actions: string[];
}

const usage = `npm run tenant -- [--port 4400] [--seed demo|none|<number of users>] [--url <public address>] [--spa <addresses, by comma>] [--actions <files, by comma>]`;

const largestSeed = 1_000_000;

/**
 * Reads flags, and behind them the environment: `TENANT_PORT`, `TENANT_SEED`, `TENANT_URL`, `TENANT_SPA`.
 *
 * @throws Error whose message is a sentence for the person at the terminal.
 */
export function readNodeOptions(
  args: string[],
  environment: Record<string, string | undefined>,
): NodeOptions {
  const flags = flagsOf(args);
  const given = (flag: keyof typeof flags, variable: string) => {
    const fromFlag = flags[flag];
    if (fromFlag !== undefined) return { name: `--${flag}`, text: fromFlag };
    return { name: variable, text: environment[variable] || undefined };
  };
  const port = portFrom(given('port', 'TENANT_PORT'));
  const url = given('url', 'TENANT_URL');
  const spa = given('spa', 'TENANT_SPA');
  return {
    port,
    seed: seedFrom(given('seed', 'TENANT_SEED')),
    url: url.text === undefined ? `http://localhost:${port}` : addressFrom(url.name, url.text),
    spaUrls: (spa.text ?? 'http://localhost:4200')
      .split(',')
      .map((text) => addressFrom(spa.name, text.trim())),
    actions: (given('actions', 'TENANT_ACTIONS').text ?? '')
      .split(',')
      .map((text) => text.trim())
      .filter(Boolean),
  };
}

interface Given {
  name: string;
  text: string | undefined;
}

function flagsOf(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args, options: { port: text, seed: text, url: text, spa: text, actions: text } })
      .values;
  } catch (error) {
    // Node's own sentence goes on with advice about its syntax.
    const reason = error instanceof Error ? error.message.split(/\.? (?:To specify|Did you)/)[0] : error;
    throw new Error(`${reason}. Usage: ${usage}`);
  }
}

function portFrom({ name, text = '4400' }: Given): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port, 1 to 65535; it is "${text}".`);
}

function seedFrom({ name, text = 'demo' }: Given): NodeOptions['seed'] {
  if (text === 'demo' || text === 'none') return text;
  const size = Number(text);
  if (/^\d+$/.test(text) && size > 0 && size <= largestSeed) return size;
  throw new Error(`${name} must be demo, none or a number of users up to ${largestSeed}; it is "${text}".`);
}

function addressFrom(name: string, text: string): string {
  const url = URL.parse(text);
  const plain = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (plain) return text.replace(/\/+$/, '');
  throw new Error(`${name} must be an address such as http://localhost:4200; it is "${text}".`);
}
