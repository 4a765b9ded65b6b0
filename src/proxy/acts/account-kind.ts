import type { ActRule, UserAct } from '#contract/user-act.ts';
import { marks } from '../scope/member-scope.ts';
import type { Auth0User } from '../tenant/answers.ts';

/** What Auth0 does not allow for this kind of account, or what has no use for a user in this state. */
export function kindFault(act: UserAct, user: Auth0User): ActRule | null {
  switch (act) {
    case 'cancelLeave':
      return user.app_metadata?.[marks.leaving] === true ? null : 'state';
    default:
      return null;
  }
}
