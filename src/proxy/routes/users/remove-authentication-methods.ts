import { removeAuthenticationMethods } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Auth0AuthenticationMethod } from '../../tenant/answers.ts';
import { type Binding, bind } from '../bind.ts';
import { inOrderOfRemoval } from './factors.ts';
import { methodsOf } from './method-view.ts';
import { methodRefused, namesOfMethods } from './remove-authentication-method.ts';

/**
 * Removes every factor of a member one by one. Auth0's call for all of them at once would take what is no factor as
 * well, and does nothing at all beside a passkey.
 */
export function bindRemoveAuthenticationMethods(services: Services): Binding {
  return bind(removeAuthenticationMethods, async (call) => {
    const act = await beginAct('removeAuthenticationMethods', call, services);
    const { user_id } = act.user;
    const methods = await services.gateway.methodsNow(user_id, call.caller);
    if (!methods) throw new Problem('user-not-found');
    const factors = inOrderOfRemoval(methods);
    if (factors.length === 0) return { left: [] };

    const left = await act.perform({ before: namesOfMethods(factors) }, async (caller) => {
      const { kept, error } = await removeEach(factors, (id) =>
        services.gateway.removeMethod(user_id, id, caller),
      );
      if (error) call.report(error);
      if (kept.length === factors.length) throw methodRefused(error);
      return kept;
    });
    return { left: methodsOf(left) };
  });
}

/** Those that could not be removed, and the first reason. */
async function removeEach(
  factors: readonly Auth0AuthenticationMethod[],
  remove: (id: string) => Promise<boolean>,
): Promise<{ kept: Auth0AuthenticationMethod[]; error: unknown }> {
  const kept: Auth0AuthenticationMethod[] = [];
  let first: unknown;
  for (const factor of factors) {
    try {
      // Gone already is what was wanted.
      await remove(factor.id);
    } catch (error) {
      first ??= error;
      kept.push(factor);
    }
  }
  return { kept, error: first };
}
