import * as z from 'zod/mini';
import { confirmationTime } from './confirmation.ts';

/**
 * What an admin was about to do when the API asked him to sign in again. It waits in this tab until he is back; nothing
 * secret is among it.
 */
const interruptedAct = z.object({
  /** The act's name, as its form or dialog knows it. */
  act: z.string(),
  /** The screen's address. */
  address: z.string(),
  values: z.record(z.string(), z.unknown()),
  reason: z.optional(z.string()),
  /** Epoch milliseconds. */
  until: z.number(),
});
type InterruptedAct = z.infer<typeof interruptedAct>;

const key = 'steward:interrupted-act';
const lifeMs = 600_000;

/** What came back with the admin; whoever goes on with it takes it. */
let resumed: InterruptedAct | null = null;
/** For which confirmation it was looked for. */
let lookedFor: number | null | undefined;

/** Keeps what was entered for an act on this screen, without its secrets. */
export function keepAct(act: string, values: object, reason?: string): void {
  const address = location.href;
  store({ act, address, values: withoutSecrets(values), reason, until: Date.now() + lifeMs });
}

/** Forgets it: the admin has turned to something else. */
export function dropAct(): void {
  store(null);
}

export function isActKept(): boolean {
  return read() !== null;
}

/** What was interrupted of an act on this screen by a sign-in that has been done since; null for nothing. */
export function interruptedIn(act: string): InterruptedAct | null {
  if (lookedFor !== confirmationTime()) {
    lookedFor = confirmationTime();
    resumed = broughtBack();
  }
  if (resumed?.act !== act || resumed.address !== location.href || resumed.until <= Date.now()) return null;
  return resumed;
}

/** What waits from before this page, but for no sign-in any more, is forgotten. */
function broughtBack(): InterruptedAct | null {
  const kept = confirmationTime() === null ? null : read();
  dropAct();
  return kept;
}

/** From now on it is in the hands of its form. */
export function takeUp(act: string): void {
  if (interruptedIn(act)) resumed = null;
}

/** Of several acts that are done in one, the one by which they are known. */
export function mainOf(act: string | readonly string[]): string {
  return [act].flat()[0] ?? '';
}

/** Whether a sign-in of so many seconds ago was one that the API had asked for: another one would not help. */
export function hasJustConfirmed(seconds: number): boolean {
  return Date.now() - (confirmationTime() ?? Number.NEGATIVE_INFINITY) < seconds * 1000;
}

/** A field that holds one is called so, in every route. */
const secret = /password|secret/i;

function withoutSecrets(values: object): Record<string, unknown> {
  const safe = JSON.stringify(values, (name, value: unknown) => (secret.test(name) ? undefined : value));
  return JSON.parse(safe);
}

/** A browser may keep nothing: then what was typed is lost, and nothing else. */
function store(act: InterruptedAct | null): void {
  try {
    if (act) sessionStorage.setItem(key, JSON.stringify(act));
    else sessionStorage.removeItem(key);
  } catch {}
}

function read(): InterruptedAct | null {
  try {
    const parsed = interruptedAct.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'));
    return parsed.success && parsed.data.until > Date.now() ? parsed.data : null;
  } catch {
    return null;
  }
}
