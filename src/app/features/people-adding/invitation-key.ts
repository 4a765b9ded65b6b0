import type { Invitation } from '#contract/create-user.ts';

/** By which an invitation is told from the others: its id is another at each reading. */
export function keyOf({ connection, identifier }: Invitation): string {
  return `${connection} ${identifier}`;
}
