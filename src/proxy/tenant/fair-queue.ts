/** Whose turn a call takes. */
export interface Turn {
  /** Calls of one lane wait for each other; lanes take turns, so that no organization can keep the rest waiting. */
  lane: string;
  /** Bulk work runs only when nobody waits at a screen. */
  priority: 'interactive' | 'bulk';
}

export interface FairQueue {
  /**
   * Runs the task when its turn comes.
   *
   * @throws the signal's reason when it is aborted while waiting; then the task never runs.
   */
  run<Value>(turn: Turn, signal: AbortSignal, task: () => Promise<Value>): Promise<Value>;
}

type Lanes = Map<string, (() => void)[]>;

/** @param concurrency - how many tasks may run at the same time. */
export function fairQueue(concurrency: number): FairQueue {
  const waiting: Record<Turn['priority'], Lanes> = { interactive: new Map(), bulk: new Map() };
  let free = concurrency;

  async function enter(turn: Turn, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const lanes = waiting[turn.priority];
    lanes.set(turn.lane, [...(lanes.get(turn.lane) ?? []), resolve]);
    const leave = () => {
      if (drop(lanes, turn.lane, resolve)) reject(signal.reason);
    };
    signal.addEventListener('abort', leave, { once: true });
    await promise.finally(() => signal.removeEventListener('abort', leave));
  }

  function exit(): void {
    const next = takeFirst(waiting.interactive) ?? takeFirst(waiting.bulk);
    if (next) next();
    else free += 1;
  }

  return {
    async run(turn, signal, task) {
      await enter(turn, signal);
      try {
        return await task();
      } finally {
        exit();
      }
    },
  };
}

/** The first of the first lane; the lane then goes to the end of the round. */
function takeFirst(lanes: Lanes): (() => void) | undefined {
  for (const [lane, [first, ...rest]] of lanes) {
    lanes.delete(lane);
    if (rest.length > 0) lanes.set(lane, rest);
    return first;
  }
  return undefined;
}

function drop(lanes: Lanes, lane: string, entry: () => void): boolean {
  const entries = lanes.get(lane) ?? [];
  const rest = entries.filter((candidate) => candidate !== entry);
  if (rest.length > 0) lanes.set(lane, rest);
  else lanes.delete(lane);
  return rest.length < entries.length;
}
