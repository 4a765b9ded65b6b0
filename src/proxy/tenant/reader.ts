import type { z } from 'zod';
import { Problem } from '../problem.ts';
import { nameOf, type UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import { sharedReads } from './shared-reads.ts';
import type { Answer, Upstream } from './upstream.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** What is read, without what all reads have in common. */
export type Read = Pick<UpstreamCall, 'template' | 'path' | 'query'>;

/** Calls whose answers are parsed; equal reads under way are one call. */
export interface Reader {
  /**
   * @returns null when Auth0 says that there is no such thing.
   * @throws Problem `auth0-refused` when Auth0 refuses or its answer cannot be read; and what `Upstream` throws.
   */
  read<Schema extends z.ZodType>(
    read: Read,
    schema: Schema,
    caller: Caller,
    options?: { fresh?: boolean },
  ): Promise<z.output<Schema> | null>;
  /** As `read`; afterwards nobody joins a read of the same path that began before. */
  write<Schema extends z.ZodType>(
    call: UpstreamCall,
    schema: Schema,
    caller: Caller,
  ): Promise<z.output<Schema> | null>;
}

export function openReader(upstream: Upstream): Reader {
  const reads = sharedReads();
  return {
    async read(read, schema, caller, { fresh = false } = {}) {
      const call: UpstreamCall = { ...read, method: 'GET', idempotent: true };
      const content = async (signal: AbortSignal) =>
        contentOf(call, await upstream.call(call, { ...caller, signal }), schema);
      const key = JSON.stringify([read.path, read.query]);
      return fresh ? content(caller.signal) : reads.read(key, caller.signal, content);
    },
    async write(call, schema, caller) {
      try {
        return contentOf(call, await upstream.call(call, caller), schema);
      } finally {
        reads.forget((key) => key.startsWith(JSON.stringify([call.path]).slice(0, -1)));
      }
    },
  };
}

function contentOf<Schema extends z.ZodType>(
  call: UpstreamCall,
  answer: Answer,
  schema: Schema,
): z.output<Schema> | null {
  if (answer.kind === 'refused') {
    const { status, code, uncertain } = answer;
    if (isMissing(answer) && !uncertain) return null;
    throw refused(call, { status, code, uncertain });
  }
  const parsed = schema.safeParse(answer.body);
  if (parsed.success) return parsed.data;
  // The write was taken, whatever its answer says. The paths tell which fields are wrong, never what they hold.
  const fields = parsed.error.issues.flatMap(namesOf);
  const code = `unreadable ${[...new Set(fields)].slice(0, 5).join(' ')}`.trim();
  throw refused(call, { status: answer.status, code, uncertain: call.method !== 'GET' });
}

/** Auth0 finds an id malformed that we did not: for the admin it is the id of nobody. */
function isMissing({ status, code }: { status: number; code: string | undefined }): boolean {
  return status === 404 || (status === 400 && code === 'invalid_uri');
}

/** Of what may take several forms, the last is the one that takes the most. */
function namesOf(issue: z.core.$ZodIssue): string[] {
  const last = issue.code === 'invalid_union' ? issue.errors.at(-1) : undefined;
  const path = issue.path.map(wordOf);
  return last?.flatMap(namesOf).map((name) => [...path, name].join('.')) ?? [path.join('.')];
}

/** Names inside metadata are the vendor's own; positions in lists say nothing. */
function wordOf(key: PropertyKey): string {
  return typeof key === 'number' ? '*' : String(key);
}

function refused(
  call: UpstreamCall,
  fault: { status: number; code: string | undefined; uncertain: boolean },
): Problem {
  const cause = new UpstreamFailure({ call: nameOf(call), ...fault });
  // A refusal after an attempt whose answer was lost, such as that there is nothing left to delete, tells of no refusal.
  return fault.uncertain && fault.status >= 400
    ? new Problem('auth0-unavailable', { retryAfterSeconds: 5, cause })
    : new Problem('auth0-refused', { cause });
}
