import { Problem } from '../problem.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { UpstreamFailure } from '../tenant/upstream-failure.ts';

/**
 * Puts back what was written to a user who was moved to another organization meanwhile.
 *
 * @throws Problem `user-not-found`, for the record a certain one when nothing stays written.
 */
export async function putBack(undo: () => Promise<unknown>): Promise<never> {
  await undo().catch((error: unknown) => {
    const cause = new UpstreamFailure({ call: 'after a write', uncertain: true, cause: error });
    // No detail: he is nobody here.
    throw new Problem('user-not-found', { cause });
  });
  throw new Problem('user-not-found');
}

/**
 * Looks, at the end of a write that lets somebody into an account, whose account it is by now.
 *
 * @param stillMember - reads him.
 * @returns what gives him as he is, or throws where nobody could see.
 * @throws Problem `user-not-found`, with everything put back, when he was moved to another organization.
 */
export async function stillOurs(
  stillMember: () => Promise<Auth0User>,
  undo: () => Promise<unknown>,
): Promise<() => Auth0User> {
  try {
    const user = await stillMember();
    return () => user;
  } catch (error) {
    if (error instanceof Problem && error.type === 'user-not-found') return putBack(undo);
    return () => {
      throw error;
    };
  }
}
