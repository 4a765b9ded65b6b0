import * as z from 'zod/mini';

/** A host of its own, such as Auth0 gives to a tenant. */
const host = /^[\w-]+(\.[\w-]+)+(:\d+)?$/;

const filled = z.string().check(z.trim(), z.minLength(1));

/** `config.json`, which stands beside the page and tells one build where it runs. */
const configFile = z.strictObject({
  domain: filled.check(z.refine((domain) => host.test(domain) || isAddress(domain))),
  clientId: filled,
  audience: filled,
  proxy: filled.check(z.refine(isAddress)),
  history: z._default(z.enum(['browser', 'hash']), 'browser'),
  refreshTokens: z._default(z.boolean(), true),
  dpop: z._default(z.boolean(), false),
});

export type ConfigKey = keyof z.output<typeof configFile>;

/** The configuration with its addresses made absolute; none ends with a slash. */
export interface Config extends z.output<typeof configFile> {
  /** The folder of the page: where sign-in comes back to. */
  base: string;
}

/** One wrong key; `unknown` is none of ours. */
export type KeyFault = { fault: 'missing' | 'wrong'; key: ConfigKey } | { fault: 'unknown'; key: string };

/** `insecure`: the page was not opened over HTTPS, without which a browser has no cryptography to sign in with. */
export type ConfigFault =
  | { kind: 'insecure' }
  | { kind: 'unreachable' }
  | { kind: 'missing'; status: number }
  | { kind: 'not-json' }
  | { kind: 'keys'; faults: KeyFault[] };

export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly fault: ConfigFault;

  constructor(fault: ConfigFault, options?: ErrorOptions) {
    super(JSON.stringify(fault), options);
    this.fault = fault;
  }
}

export const configFileName = 'config.json';

/**
 * Loads the configuration that stands beside the page.
 *
 * @param baseUri - the document's.
 * @throws ConfigError that says what is wrong with it.
 */
export async function loadConfig(baseUri: string, send: typeof fetch = fetch): Promise<Config> {
  if (globalThis.isSecureContext === false) throw new ConfigError({ kind: 'insecure' });
  const response = await send(new URL(configFileName, baseUri)).catch((cause: unknown) => {
    throw new ConfigError({ kind: 'unreachable' }, { cause });
  });
  if (!response.ok) throw new ConfigError({ kind: 'missing', status: response.status });
  const json: unknown = await response.json().catch((cause: unknown) => {
    throw new ConfigError({ kind: 'not-json' }, { cause });
  });
  return parseConfig(json, baseUri);
}

/** @throws ConfigError that names every wrong key. */
export function parseConfig(json: unknown, baseUri: string): Config {
  if (!isObject(json)) throw new ConfigError({ kind: 'not-json' });
  const parsed = configFile.safeParse(json);
  if (!parsed.success) throw new ConfigError({ kind: 'keys', faults: faultsIn(parsed.error, json) });
  const config = parsed.data;
  return {
    ...config,
    base: new URL('.', baseUri).href,
    domain: absolute(tenantAddress(config.domain), baseUri),
    proxy: absolute(config.proxy, baseUri),
  };
}

/** A bare host is a tenant of Auth0's; else a path beside the page, wherever the page is. */
function tenantAddress(domain: string): string {
  if (/^https?:\/\//.test(domain)) return domain;
  return host.test(domain) ? `https://${domain}` : `./${domain.replace(/^\.?\//, '')}`;
}

/** An address with a scheme of its own has to be a website's; `localhost:4400` without one would be a scheme. */
function isAddress(address: string): boolean {
  return (
    URL.canParse(address, 'https://base.invalid/') &&
    (!/^[^/]*:/.test(address) || /^https?:\/\/./.test(address))
  );
}

function absolute(address: string, baseUri: string): string {
  return new URL(address, baseUri).href.replace(/\/$/, '');
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function faultsIn(error: z.core.$ZodError, json: object): KeyFault[] {
  return error.issues.flatMap((issue): KeyFault[] => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ fault: 'unknown', key }));
    // Every other issue of this flat schema stands at one of its keys.
    const key = issue.path[0] as ConfigKey;
    return [{ fault: Object.hasOwn(json, key) ? 'wrong' : 'missing', key }];
  });
}
