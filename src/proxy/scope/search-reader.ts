import type { TextRange } from '#contract/problem.ts';

/** A part of the text that a pattern has found; `groups` are the pattern's. */
export interface Piece extends TextRange {
  text: string;
  groups: readonly (Piece | null)[];
}

/** Goes through a text once, from left to right, and knows where everything stood. */
export class TextReader {
  readonly text: string;
  #at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.text.length;
  }

  /** The next character, for a message about it. */
  get here(): TextRange {
    return { start: this.#at, end: this.#at + 1 };
  }

  /** Whether the pattern matches here; nothing is taken. */
  sees(pattern: RegExp): boolean {
    return sticky(pattern, this.#at).test(this.text);
  }

  /** Takes what the pattern matches here, or nothing. */
  take(pattern: RegExp): Piece | null {
    const match = sticky(pattern, this.#at).exec(this.text);
    if (!match) return null;
    this.#at += match[0].length;
    const [whole, ...groups] = match.indices ?? [];
    const piece = (range: [number, number] | undefined) => {
      if (!range) return null;
      const [start, end] = range;
      return { text: this.text.slice(start, end), start, end, groups: [] };
    };
    return { ...(piece(whole) ?? { text: '', ...this.here }), groups: groups.map(piece) };
  }
}

function sticky(pattern: RegExp, at: number): RegExp {
  const copy = new RegExp(pattern, 'dyu');
  copy.lastIndex = at;
  return copy;
}
