import * as z from 'zod/mini';
import type { ProblemType } from './problem.ts';
import { userId } from './user.ts';

/** The path of every route of one user. */
export const userParams = z.strictObject({ userId });

/** What every act on a user may answer. */
export const actProblems = [
  'organization-required',
  'permission-missing',
  'user-not-found',
  'own-account',
  'outranked',
  'shared-user',
  'last-administrator',
  'not-possible',
  'policy-refused',
  'reason-required',
  'step-up-required',
  'body-too-large',
  'unsupported-media-type',
  'audit-unavailable',
] as const satisfies readonly ProblemType[];
