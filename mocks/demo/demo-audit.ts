import type { AuditEntry, AuditLog } from '#proxy/audit/audit-log.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { demoBase } from './demo-tenant.ts';

const key = () => `steward-demo-audit:${demoBase().pathname}`;

/** So many of the newest rows live through a reload. */
const kept = 500;

/** The log of this tab: signing in loads the page anew, and what was done before must still stand there. */
export function createDemoAudit(): AuditLog {
  const audit = createMemoryAudit(readRows());
  function remembering<Args extends unknown[], Value>(write: (...args: Args) => Promise<Value>) {
    return async (...args: Args) => {
      const value = await write(...args);
      writeRows(audit.rows.slice(-kept));
      return value;
    };
  }
  return {
    begin: remembering(audit.begin),
    complete: remembering(audit.complete),
    refuse: remembering(audit.refuse),
    signIn: remembering(audit.signIn),
    list: audit.list,
  };
}

export function forgetDemoAudit(): void {
  window.sessionStorage.removeItem(key());
}

function readRows(): AuditEntry[] {
  try {
    // Written below, by this very page.
    return JSON.parse(window.sessionStorage.getItem(key()) ?? '[]') as AuditEntry[];
  } catch {
    return [];
  }
}

function writeRows(rows: readonly AuditEntry[]): void {
  try {
    window.sessionStorage.setItem(key(), JSON.stringify(rows));
  } catch {
    // Storage is full or closed to this page: the log lasts until the next reload.
  }
}
