/** By what is asked: acts that are under way, and those of which no answer says whether they were done. */
const open = new Map<string, string>();

/**
 * A name for an act, so that the API does it once although it is sent twice: by the browser, when a connection breaks, or
 * by the person, when no answer came. Until it is settled, the same act keeps its name.
 */
export function nameOfAct(act: string): string {
  const name = open.get(act) ?? crypto.randomUUID();
  open.set(act, name);
  return name;
}

/** It is known whether it was done; asked once more, it is another act. */
export function settleAct(act: string): void {
  open.delete(act);
}
