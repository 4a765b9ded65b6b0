import { Problem } from '../../problem.ts';
import { UpstreamFailure } from '../../tenant/upstream-failure.ts';

/** A part of a page that can fail alone: `part` of the contract. */
export type Part<Item> = { state: 'ready'; items: Item[] } | { state: 'forbidden' | 'unentitled' | 'failed' };

/** @throws only when nobody waits for the page any more. */
export async function partOf<Item>(
  read: Promise<Item[]>,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<Part<Item>> {
  try {
    return { state: 'ready', items: await read };
  } catch (error) {
    signal.throwIfAborted();
    report(error);
    return { state: isUnentitled(error) ? 'unentitled' : 'failed' };
  }
}

/** Whether the vendor's Auth0 plan lacks what was asked for. */
export function isUnentitled(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : undefined;
  return cause instanceof UpstreamFailure && cause.code === 'insufficient_entitlement';
}
