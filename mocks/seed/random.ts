/** Chance that repeats: the same text gives the same draws on every machine. */
export interface Random {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** Lower-case hexadecimal digits. */
  hex(digits: number): string;
}

/**
 * A stream of draws named by a text.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/PRNGs.md (mulberry32: 32 bits of state, enough for made-up people)
 */
export function randomFrom(name: string): Random {
  let state = hashOf(name);
  const word = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const next = () => word() / 2 ** 32;
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(items) {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError(`${name}: nothing to pick from`);
      return item;
    },
    chance: (probability) => next() < probability,
    hex(digits) {
      let text = '';
      while (text.length < digits) text += hexOf(word());
      return text.slice(0, digits);
    },
  };
}

/** 32 bits of a text (FNV-1a over UTF-16 code units, then mixed). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** One to one over 32 bits: different numbers stay different. */
export function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Eight hexadecimal digits. */
export function hexOf(word: number): string {
  return word.toString(16).padStart(8, '0');
}

/** An id as Auth0 writes them, such as `rol_…` or `con_…`: always the same for the same name. */
export function idOf(prefix: 'rol' | 'con' | 'org', name: string): string {
  return `${prefix}_${randomFrom(`${prefix} ${name}`).hex(16)}`;
}
