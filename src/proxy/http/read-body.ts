import { Problem } from '../problem.ts';

/** Bytes. Far more than any form needs. */
export const maximumBodyBytes = 64 * 1024;

/**
 * Reads a request's body as UTF-8, and stops as soon as it is too large, whatever its headers promise.
 *
 * @throws Problem `body-too-large`, or `invalid-request` when it is no UTF-8.
 */
export async function readBody(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // By a reader: not every browser of the demo can iterate over a stream.
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.byteLength;
    if (size > maximumBodyBytes) {
      reader?.cancel().catch(() => {});
      throw new Problem('body-too-large');
    }
    chunks.push(next.value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(joined(chunks, size));
  } catch {
    throw new Problem('invalid-request', { detail: 'The request is not UTF-8.' });
  }
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.byteLength;
  }
  return all;
}
