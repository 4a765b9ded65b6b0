import compile from 'icu-minify/compile';

/** A tree of compiled messages: a text, or a list of nodes; see icu-minify's `CompiledMessage`. */
type Tree = { readonly [key: string]: unknown };

/**
 * Puts the vendor's words in the place of ours, by their keys, such as `users.title`. What has no message of ours, is not
 * an ICU message, or names a value that ours is not given, is left out.
 */
export function overrideWords<Words extends Tree>(
  words: Words,
  overrides: ReadonlyMap<string, string>,
): Words {
  const entries = [...overrides].map(([key, text]) => [key.split('.'), text] as const);
  return entries.reduce<Words>((all, [path, text]) => replaced(all, path, text) as Words, words);
}

function replaced(tree: Tree, [key = '', ...rest]: readonly string[], text: string): Tree {
  const old = Object.hasOwn(tree, key) ? tree[key] : undefined;
  if (rest.length > 0) {
    return isTree(old) ? { ...tree, [key]: replaced(old, rest, text) } : tree;
  }
  const message = old === undefined || isTree(old) ? null : compiled(text, old);
  return message === null ? tree : { ...tree, [key]: message };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compiled(text: string, old: unknown): unknown {
  try {
    const message: unknown = compile(text);
    const known = new Set(valuesIn(old));
    return valuesIn(message).every((name) => known.has(name)) ? message : null;
  } catch {
    return null;
  }
}

/** The names of the values that a compiled message is given: it is a text, or a list of texts and nodes. */
function valuesIn(message: unknown): string[] {
  return Array.isArray(message) ? message.flatMap(valuesOf) : [];
}

/** A node is `[name]`, `[name, kind, options]` with a number for its kind, or `[tag, ...nodes]`. */
function valuesOf(node: unknown): string[] {
  if (!Array.isArray(node)) return [];
  const [name, ...rest] = node;
  if (typeof rest[0] !== 'number') return [name, ...rest.flatMap(valuesOf)];
  return [name, ...(isTree(rest[1]) ? Object.values(rest[1]).flatMap(valuesIn) : [])];
}
