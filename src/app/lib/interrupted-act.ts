import * as z from 'zod/mini';
import { confirmationTime, thisVisit, type Visit } from './confirmation.ts';
import { interruptedActKey as key } from './interrupted-act-key.ts';

/**
 * What an admin was about to do when the API asked him to sign in again. It waits in this tab until he is back; nothing
 * secret is among it.
 */
const interruptedAct = z.object({
  /** The act's name, as its form or dialog knows it. */
  act: z.string(),
  /** On which of several things, such as a session; absent where there is one. */
  item: z.optional(z.string()),
  /** The admin's id. */
  by: z.string(),
  /** The screen's address. */
  address: z.string(),
  /** What was entered in its form. */
  form: z.record(z.string(), z.unknown()),
  /** What was chosen besides, as its screen knows it. */
  chosen: z.record(z.string(), z.unknown()),
  /** Whether a secret was entered that is not in `form`. */
  lacksSecret: z.boolean(),
  reason: z.optional(z.string()),
  /** The name of the field that had the focus; absent where the button had it that sends. */
  focus: z.optional(z.string()),
  /** Epoch milliseconds. */
  at: z.number(),
});
export type InterruptedAct = z.infer<typeof interruptedAct>;

/** What is kept of an act: no secret of its form is. */
export interface Interruption extends Pick<InterruptedAct, 'act' | 'item' | 'reason' | 'focus'> {
  form?: object;
  chosen?: object | undefined;
}

const lifeMs = 600_000;

/**
 * How a visit began after an interruption.
 *
 * - `confirmed`: with the sign-in that was asked for; `unconfirmed`: without it, as after "Back"
 * - `lost`: he has signed in, but too late, or has come back to another screen
 * - `someone-else`: another person has signed in
 */
export type Landing = 'confirmed' | 'unconfirmed' | 'lost' | 'someone-else';

/** What came back with the admin; whoever goes on with it takes it. */
let resumed: InterruptedAct | null = null;
let landing: Landing | null = null;
/** In which visit it was looked for. */
let lookedIn: Visit | undefined;

/** Keeps what was entered for an act on this screen, without its secrets. */
export function keepAct({ form = {}, chosen = {}, ...interruption }: Interruption): void {
  const { viewer: by } = thisVisit();
  const here = { by, address: location.href, at: Date.now() };
  store({ ...interruption, ...here, ...withoutSecrets(form), chosen: { ...chosen } });
}

/** Forgets it: the admin has turned to something else. */
export function dropAct(): void {
  store(null);
}

export function isActKept(): boolean {
  const kept = read();
  return kept !== null && !isOver(kept);
}

/** What was interrupted of an act on this screen, for whoever was interrupted himself; null for nothing. */
export function interruptedIn(act: string, item?: string): InterruptedAct | null {
  look();
  if (resumed?.act !== act || resumed.item !== item) return null;
  return resumed.address === location.href && !isOver(resumed) ? resumed : null;
}

/** How this visit began; null when nothing had been interrupted. */
export function landingOf(): Landing | null {
  look();
  return landing;
}

/** From now on it is in the hands of its form. */
export function takeUp(act: string, item?: string): void {
  if (interruptedIn(act, item)) resumed = null;
}

/** Of several acts that are done in one, the one by which they are known. */
export function mainOf(act: string | readonly string[]): string {
  return [act].flat()[0] ?? '';
}

/** Whether a sign-in of so many seconds ago was one that the API had asked for: another one would not help. */
export function hasJustConfirmed(seconds: number): boolean {
  return Date.now() - (confirmationTime() ?? Number.NEGATIVE_INFINITY) < seconds * 1000;
}

/** Once in a visit: what waits from before it is then forgotten where it waited. */
function look(): void {
  if (lookedIn === thisVisit()) return;
  lookedIn = thisVisit();
  const kept = read();
  landing = kept && landingWith(kept);
  resumed = landing === 'confirmed' || landing === 'unconfirmed' ? kept : null;
  dropAct();
}

function landingWith(kept: InterruptedAct): Landing | null {
  const isHere = !isOver(kept) && kept.address === location.href;
  if (kept.by !== thisVisit().viewer) return isOver(kept) ? null : 'someone-else';
  if ((confirmationTime() ?? Number.NEGATIVE_INFINITY) >= kept.at) return isHere ? 'confirmed' : 'lost';
  return isHere ? 'unconfirmed' : null;
}

function isOver({ at }: InterruptedAct): boolean {
  return Date.now() >= at + lifeMs;
}

/** A field that holds one is called so, in every route. */
export const secretName = /password|secret/i;

function withoutSecrets(given: object): Pick<InterruptedAct, 'form' | 'lacksSecret'> {
  let lacksSecret = false;
  const safe = JSON.stringify(given, (name, value: unknown) => {
    if (!secretName.test(name)) return value;
    lacksSecret ||= Boolean(value);
    return undefined;
  });
  return { form: JSON.parse(safe), lacksSecret };
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
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
