import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A real Postgres of this machine's own, or why there is none. */
export type TestPostgres = { url: string; stop: () => void } | { missing: string };

/** Where Debian and its kin put programs that are not in the path. */
const debianHome = '/usr/lib/postgresql';

/**
 * Starts a Postgres that listens on a socket in a folder of its own and forgets everything. Its programs refuse to run
 * as root, who then starts them as the user `postgres`.
 */
export function startPostgres(): TestPostgres {
  const programs = findPrograms();
  if (programs === null) return { missing: 'initdb and pg_ctl are not installed' };
  const owner = unprivileged();
  if (owner === null) return { missing: 'Postgres does not run as root, and there is no user postgres' };
  const folder = mkdtempSync(join(tmpdir(), 'pg-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio: 'ignore' });
  const stop = () => {
    try {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C');
    const options = `-c listen_addresses='' -c fsync=off -c max_connections=60 -k ${folder}`;
    run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { missing: `Postgres could not be started here: ${String(error).split('\n')[0]}` };
  }
  return { url: `postgres://postgres@/postgres?host=${encodeURIComponent(folder)}`, stop };
}

let schemas = 0;

/** The address of a schema in which there is nothing yet. */
export async function emptySchema(postgres: TestPostgres): Promise<string> {
  if ('missing' in postgres) throw new Error(postgres.missing);
  schemas += 1;
  const name = `test_${schemas}`;
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`CREATE SCHEMA ${name}`);
  await client.end();
  return `${postgres.url}&options=${encodeURIComponent(`-c search_path=${name}`)}`;
}

function findPrograms(): string | null {
  const versions = existsSync(debianHome) ? readdirSync(debianHome).toSorted().toReversed() : [];
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    ...versions.map((version) => join(debianHome, version, 'bin')),
  ];
  return (
    folders.find((folder) => ['initdb', 'pg_ctl'].every((name) => existsSync(join(folder, name)))) ?? null
  );
}

function unprivileged(): { uid?: number; gid?: number } | null {
  if (userInfo().uid !== 0) return {};
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }).toString());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}
