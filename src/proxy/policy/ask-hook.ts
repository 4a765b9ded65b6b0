/** The name of a hook, and how it failed. What it was asked about, and what it said, stay out: both are personal. */
export class PolicyFailure extends Error {
  /** For the log. */
  readonly code: string;

  constructor(hook: string, fault: 'threw' | 'late' | 'nonsense', cause?: unknown) {
    super(`The policy's ${hook}: ${fault}`, { cause });
    this.name = 'PolicyFailure';
    this.code = `${hook} ${fault}`;
  }
}

/**
 * Asks one of the vendor's hooks and waits for its answer.
 *
 * @param deadlineMs - for an answer that is a promise; code that never gives way cannot be stopped.
 * @throws PolicyFailure when it throws or is late.
 */
export async function askHook(hook: string, deadlineMs: number, run: () => unknown): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = run();
    if (!isPromise(answer)) return answer;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new PolicyFailure(hook, 'late')), deadlineMs);
    });
    return await Promise.race([answer, late]);
  } catch (cause) {
    throw cause instanceof PolicyFailure ? cause : new PolicyFailure(hook, 'threw', cause);
  } finally {
    clearTimeout(timer);
  }
}

/** As `askHook`, for an answer of a known form. */
export async function askFor<Answer>(
  hook: string,
  deadlineMs: number,
  run: () => unknown,
  read: (answer: unknown) => Answer,
): Promise<Answer> {
  const answer = await askHook(hook, deadlineMs, run);
  try {
    return read(answer);
  } catch (cause) {
    throw new PolicyFailure(hook, 'nonsense', cause);
  }
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
