import type { DurableAudit } from './audit-log.ts';
import type { ChainStore } from './chained-audit.ts';
import { createSqliteAudit, openSqliteStore } from './sqlite-audit.ts';

const file = 'file:';

/** Its driver is loaded by those who use it. */
const postgres = () => import('./postgres-audit.ts');

/**
 * Opens the log that a URL names, and makes it when there is none.
 *
 * @param url - as `auditUrlPattern` has it.
 * @throws when it cannot be opened or written.
 */
export async function openAudit(url: string): Promise<DurableAudit> {
  if (url.startsWith(file)) return createSqliteAudit(url.slice(file.length));
  return (await postgres()).createPostgresAudit(url);
}

/** Opens it to read its chains, and changes nothing. */
export async function openChains(url: string): Promise<ChainStore> {
  if (url.startsWith(file)) return openSqliteStore(url.slice(file.length), { readOnly: true });
  return (await postgres()).openPostgresStore(url);
}

/** The log in words: a URL of a database may hold a password. */
export function placeOf(url: string): string {
  if (url.startsWith(file)) return url.slice(file.length);
  const { hostname, pathname } = URL.canParse(url) ? new URL(url) : { hostname: '', pathname: '' };
  return `in Postgres at ${hostname || 'its socket'}${pathname}`;
}

/** Why it could not be opened: drivers name the address, and never the password. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
