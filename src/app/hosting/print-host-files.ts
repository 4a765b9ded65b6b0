import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseConfig } from '../lib/config.ts';
import { type HostName, hostFiles, hosts } from './host-files.ts';

/** `npm run host-files -- --host nginx --config dist/config.json`: prints what the host needs to serve the site. */
const usage = `Usage: npm run host-files -- --host ${Object.keys(hosts).join('|')} [--config dist/config.json]`;

try {
  const { host, config: file } = readArguments();
  const config = parseConfig(JSON.parse(readFileSync(file, 'utf8')), 'https://site.example/');
  const origins = { proxy: new URL(config.proxy).origin, tenant: new URL(config.domain).origin };
  for (const { path, text } of hostFiles(host, origins)) process.stdout.write(`# ${path}\n${text}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
}

function readArguments(): { host: HostName; config: string } {
  const { values } = parseArgs({
    options: { host: { type: 'string' }, config: { type: 'string', default: 'dist/config.json' } },
  });
  const { host = '', config } = values;
  if (!isHost(host)) throw new Error(host ? `There are no files for the host ${host}.` : 'Name a host.');
  return { host, config };
}

function isHost(name: string): name is HostName {
  return Object.hasOwn(hosts, name);
}
