import type { AuditLog } from './audit/audit-log.ts';
import type { LogLine } from './http/log-line.ts';

/** Everything outside the proxy. */
export interface World {
  fetch: typeof fetch;
  /** Epoch milliseconds. */
  now: () => number;
  audit: AuditLog;
  log: (line: LogLine) => void;
}
