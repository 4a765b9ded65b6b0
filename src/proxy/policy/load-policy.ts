import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { definePolicy, type Policy } from './policy.ts';

const policyModule = z.looseObject({
  policy: z.custom<Partial<Policy>>((value) => typeof value === 'object' && value !== null, {
    error: 'it exports no `policy`',
  }),
});

/**
 * Loads the vendor's policy from a module's export named `policy`; without a path, the strict default.
 *
 * @param path - of a `.ts` or `.js` module, from the working directory.
 * @throws Error with a sentence that says what is wrong.
 */
export async function loadPolicy(path: string | undefined): Promise<Policy> {
  if (!path) return definePolicy({});
  try {
    const module: unknown = await import(pathToFileURL(path).href);
    return definePolicy(policyModule.parse(module).policy);
  } catch (cause) {
    throw new Error(`STEWARD_POLICY: ${path} is not a policy: ${faultOf(cause)}.`, { cause });
  }
}

function faultOf(cause: unknown): string {
  if (!(cause instanceof z.ZodError)) return cause instanceof Error ? cause.message : String(cause);
  return cause.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ');
}
