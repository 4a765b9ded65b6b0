import * as z from 'zod/mini';
import { passwordRules } from './password.ts';
import {
  authenticationMethod,
  bruteForceBlock,
  part,
  profileAttribute,
  readOnlyReason,
  role,
  userProfile,
} from './user.ts';
import { actDecision, userActNames } from './user-act.ts';

/** All that a person's page begins with. */
export const userDetail = z.object({
  user: userProfile,
  readOnly: z.array(z.object({ attribute: profileAttribute, reason: readOnlyReason })),
  /** What a temporary password must be; absent where he has no password, or nothing is known of it. */
  passwordRules: z.optional(passwordRules),
  /** What this admin may do to him, and what stands against the rest. */
  acts: z.record(z.enum(userActNames), actDecision),
  roles: part(role),
  bruteForceBlocks: part(bruteForceBlock),
  authenticationMethods: part(authenticationMethod),
});
