import type { Caller } from '../tenant/caller.ts';
import { deadlineIn } from '../tenant/deadline.ts';

/** For a write that has begun: it goes on although the browser leaves, for as long as a request may take. */
export function seenThrough(caller: Caller, deadlineMs: number): Caller {
  return { ...caller, signal: new AbortController().signal, deadline: deadlineIn(deadlineMs) };
}
