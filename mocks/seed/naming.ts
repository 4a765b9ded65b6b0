import { latinNames } from './latin-names.ts';
import { otherNames } from './other-names.ts';
import type { Random } from './random.ts';

/** Names of one culture, parted by white space; `native/latin` where the letters are not Latin; `_` is a space. */
export interface NameStock {
  given: string;
  family: string;
  familyFirst?: boolean;
  /** Between the two names; a space unless told. */
  joint?: string;
}

export type Culture = keyof typeof latinNames | keyof typeof otherNames;

export interface FullName {
  name: string;
  given: string;
  family: string;
  /** Both names in the letters of an address: `juergen` and `mueller`. */
  givenLatin: string;
  familyLatin: string;
}

interface Spelling {
  native: string;
  latin: string;
}

const stocks: Record<Culture, NameStock> = { ...latinNames, ...otherNames };
const parsed = new Map<Culture, { given: Spelling[]; family: Spelling[]; stock: NameStock }>();

/** Draws a name of that culture. */
export function drawName(random: Random, culture: Culture): FullName {
  const { given: givens, family: families, stock } = stockOf(culture);
  const given = random.pick(givens);
  const family = random.pick(families);
  const ordered = stock.familyFirst ? [family.native, given.native] : [given.native, family.native];
  return {
    name: ordered.join(stock.joint ?? ' '),
    given: given.native,
    family: family.native,
    givenLatin: given.latin,
    familyLatin: family.latin,
  };
}

/** Lower-case ASCII letters and digits only, as people spell themselves in addresses. */
function latinOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[äöüßøæœåłđðþı]/g, (letter) => spellings[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]/g, '');
}

const spellings: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  å: 'aa',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

function stockOf(culture: Culture) {
  let found = parsed.get(culture);
  if (!found) {
    const stock = stocks[culture];
    found = { given: spellingsOf(stock.given), family: spellingsOf(stock.family), stock };
    parsed.set(culture, found);
  }
  return found;
}

function spellingsOf(text: string): Spelling[] {
  return text.split(/\s+/).map((word) => {
    const [native = '', latin] = word.replaceAll('_', ' ').split('/');
    return { native, latin: latin ?? latinOf(native) };
  });
}
