/** Whose turn a call takes. */
export interface Turn {
  /** Calls of one lane wait for each other; lanes take turns, so that no organization can keep the rest waiting. */
  lane: string;
  /** Bulk work runs only when nobody waits at a screen. */
  priority: 'interactive' | 'bulk';
}

/** Lets only so many tasks of a kind through. It must always let one through after a time, or when none runs. */
export interface Gate {
  /** Milliseconds until it opens for one more; 0 when it is open, Infinity until one that runs has ended. */
  waitMs(kind: string): number;
  /** One of the kind begins to run. */
  enter(kind: string): void;
  /** One of the kind has ended. */
  leave(kind: string): void;
}

/** What waits for its turn. */
export interface Waiter {
  turn: Turn;
  /** What the gate tells tasks apart by. */
  kind: string;
  signal: AbortSignal;
  /** Asked when the gate is shut for a time: an error when that is too long, which ends the waiting. */
  tooLong(waitMs: number): Error | null;
}

export interface FairQueue {
  /**
   * Runs the task when its turn comes and the gate is open for its kind. Who finds the gate shut keeps his place, and
   * those of other kinds pass him by.
   *
   * @throws the signal's reason when it is aborted while waiting, or what `tooLong` gives; then the task never runs.
   */
  run<Value>(waiter: Waiter, task: () => Promise<Value>): Promise<Value>;
}

interface Entry extends Waiter {
  go: () => void;
  giveUp: (reason: unknown) => void;
}

type Lanes = Map<string, Entry[]>;

/** @param concurrency - how many tasks may run at the same time. */
export function fairQueue(concurrency: number, gate: Gate): FairQueue {
  const waiting: Record<Turn['priority'], Lanes> = { interactive: new Map(), bulk: new Map() };
  let free = concurrency;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Begins what may begin; then waits for the gate, as long as anyone waits for it. */
  function next(): void {
    clearTimeout(timer);
    const isOpen = ({ kind }: Entry) => gate.waitMs(kind) === 0;
    while (free > 0) {
      const entry = takeFirst(waiting.interactive, isOpen) ?? takeFirst(waiting.bulk, isOpen);
      if (!entry) break;
      free -= 1;
      gate.enter(entry.kind);
      entry.go();
    }
    const soonestMs = refuseTooLong();
    if (free > 0 && soonestMs < Number.POSITIVE_INFINITY) timer = setTimeout(next, soonestMs);
  }

  /** How long the gate is shut for the first of those who go on waiting. */
  function refuseTooLong(): number {
    let soonestMs = Number.POSITIVE_INFINITY;
    for (const entry of [...entriesOf(waiting.interactive), ...entriesOf(waiting.bulk)]) {
      const waitMs = gate.waitMs(entry.kind);
      if (waitMs === 0 || waitMs === Number.POSITIVE_INFINITY) continue;
      const reason = entry.tooLong(waitMs);
      if (reason) entry.giveUp(reason);
      else soonestMs = Math.min(soonestMs, waitMs);
    }
    return soonestMs;
  }

  async function turnOf(waiter: Waiter): Promise<void> {
    const { turn, signal } = waiter;
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const lanes = waiting[turn.priority];
    const giveUp = (reason: unknown) => {
      if (drop(lanes, turn.lane, entry)) reject(reason);
    };
    const entry: Entry = { ...waiter, go: resolve, giveUp };
    const left = () => giveUp(signal.reason);
    signal.addEventListener('abort', left, { once: true });
    lanes.set(turn.lane, [...(lanes.get(turn.lane) ?? []), entry]);
    next();
    await promise.finally(() => signal.removeEventListener('abort', left));
  }

  return {
    async run(waiter, task) {
      await turnOf(waiter);
      try {
        return await task();
      } finally {
        free += 1;
        gate.leave(waiter.kind);
        next();
      }
    },
  };
}

/** The first of the first lane that may go; the lane then goes to the end of the round. */
function takeFirst(lanes: Lanes, mayGo: (entry: Entry) => boolean): Entry | undefined {
  for (const [lane, entries] of lanes) {
    const entry = entries.find(mayGo);
    if (!entry) continue;
    drop(lanes, lane, entry);
    const rest = lanes.get(lane);
    if (rest) {
      lanes.delete(lane);
      lanes.set(lane, rest);
    }
    return entry;
  }
  return undefined;
}

function* entriesOf(lanes: Lanes): Generator<Entry> {
  for (const entries of lanes.values()) yield* entries;
}

function drop(lanes: Lanes, lane: string, entry: Entry): boolean {
  const entries = lanes.get(lane) ?? [];
  const rest = entries.filter((candidate) => candidate !== entry);
  if (rest.length > 0) lanes.set(lane, rest);
  else lanes.delete(lane);
  return rest.length < entries.length;
}
