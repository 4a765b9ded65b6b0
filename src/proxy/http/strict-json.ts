/** Why a text was not accepted, in words for the one who wrote it. */
export class JsonFault extends Error {
  readonly pointer: string | undefined;

  constructor(message: string, pointer?: string) {
    super(message);
    this.name = 'JsonFault';
    this.pointer = pointer;
  }
}

const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Parses JSON that means the same to everyone who reads it: a key stands once in its object (readers differ in which
 * of two they believe), and none has a meaning of its own in JavaScript.
 *
 * @throws JsonFault
 * @see https://www.rfc-editor.org/rfc/rfc8259#section-4
 */
export function parseStrictJson(text: string): unknown {
  const value = parse(text);
  for (const key of repeatedOrSpecialKeys(text))
    throw new JsonFault(key.fault, `#/${pointerToken(key.name)}`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new JsonFault('The request is not JSON.');
  }
}

/** Walks text that is known to be JSON. A string followed by a colon is a key of the innermost object. */
function* repeatedOrSpecialKeys(text: string): Generator<{ name: string; fault: string }> {
  const objects: Set<string>[] = [];
  for (const [token, key] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') objects.push(new Set());
    else if (token === '}') objects.pop();
    else if (key !== undefined) {
      const name: unknown = JSON.parse(key);
      const names = objects.at(-1);
      if (typeof name !== 'string' || !names) continue;
      if (prototypeKeys.has(name)) yield { name, fault: 'This name is not allowed.' };
      if (names.has(name)) yield { name, fault: 'This name stands twice.' };
      names.add(name);
    }
  }
}

function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
