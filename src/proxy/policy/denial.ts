import { z } from 'zod';

/** A no with its reason, for the admin to read. */
export interface Denial {
  readonly denied: string;
}

/** Says no, and why, in words that an admin reads beside the button that he cannot use. */
export function deny(reason: string): Denial {
  return { denied: reason };
}

export const accessAnswer = z.union([z.boolean(), z.strictObject({ denied: z.string().min(1).max(300) })]);
