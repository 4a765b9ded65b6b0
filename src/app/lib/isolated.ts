/** Hebrew, Arabic and their kin, and the marks that turn the direction of writing. */
const turnsWriting = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name for the middle of a sentence where no `<bdi>` can stand, as in a title: its direction of writing stays
 * within it.
 */
export function isolated(name: string): string {
  return turnsWriting.test(name) ? `\u2068${name}\u2069` : name;
}
