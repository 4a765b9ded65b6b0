import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** One server of the stack, in a process of its own. */
export interface Part {
  name: string;
  process: ChildProcess;
  /** Its last words, for the sentence when it fails. */
  lastWords: () => string;
}

/** Starts a TypeScript entry on the Node that runs this. What it prints is kept, not shown, until it fails. */
export function startPart(name: string, file: string, args: string[], env: NodeJS.ProcessEnv): Part {
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  const listen = (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-2000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return { name, process: child, lastWords: () => words.trim() };
}

/**
 * Waits until a part answers 200.
 *
 * @throws Error with a sentence when it has ended, or is not healthy within 30 s.
 */
export async function untilHealthy(part: Part, url: string): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    if (part.process.exitCode !== null) throw new Error(`The ${part.name} has stopped.\n${part.lastWords()}`);
    const healthy = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await pause(100);
  }
  throw new Error(`The ${part.name} is not healthy after 30 s (${url}).\n${part.lastWords()}`);
}

/** Asks every part to stop, and insists after 5 s. */
export async function stopParts(parts: Part[]): Promise<void> {
  const ends = parts.map(async ({ process: child }) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(insist);
  });
  await Promise.all(ends);
}
