const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const startsWithLetter = /^[\p{L}\p{N}]/u;

/**
 * One or two characters that stand for a name: the first of its first and last words in scripts with capitals,
 * one alone in those without, where two characters would read as a word.
 */
export function initialsOf(name: string): string {
  const words = name
    .normalize('NFC')
    .replace(/@.*$/u, '')
    .split(/[\s._@+-]+/u)
    .filter((word) => startsWithLetter.test(word));
  const first = firstCharacter(words.at(0) ?? '');
  const last = words.length > 1 ? firstCharacter(words.at(-1) ?? '') : '';
  const cased = first.toLowerCase() !== first.toUpperCase();
  return cased ? (first + last).toUpperCase() : first;
}

/** Below these no character joins the one before it, and the segmenter, which is dear, need not be asked. */
const firstCombining = 0x300;

function firstCharacter(word: string): string {
  const isPlain = [0, 1].every((index) => !(word.charCodeAt(index) >= firstCombining));
  if (isPlain) return word.charAt(0);
  return graphemes.segment(word)[Symbol.iterator]().next().value?.segment ?? '';
}
