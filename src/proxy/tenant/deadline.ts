/** The moment by which an answer must be there. Measured on the monotonic clock: nobody sets that one. */
export interface Deadline {
  /** Aborted at the deadline. */
  signal: AbortSignal;
  /** Milliseconds; never below 0. */
  remainingMs(): number;
}

export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return {
    signal: AbortSignal.timeout(milliseconds),
    remainingMs: () => Math.max(0, end - performance.now()),
  };
}
