import { getAccess } from '#contract/security.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberOf } from './member.ts';
import { readAccess } from './read-access.ts';

/** Where a member is signed in, and which applications act for him. */
export function bindGetAccess(services: Services): Binding {
  return bind(getAccess, async ({ scope, params, caller, report }) => {
    const user = await memberOf(scope, params.userId, services, caller);
    return readAccess(user, services, { caller, report });
  });
}
