import { removeAuthenticationMethod } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Auth0AuthenticationMethod } from '../../tenant/answers.ts';
import { UpstreamFailure } from '../../tenant/upstream-failure.ts';
import { type Binding, bind } from '../bind.ts';
import { isFactor } from './factors.ts';

/** Removes one factor that is on the member's own list. */
export function bindRemoveAuthenticationMethod(services: Services): Binding {
  return bind(removeAuthenticationMethod, async (call) => {
    const act = await beginAct('removeAuthenticationMethods', call, services);
    const { user_id } = act.user;
    const methods = await services.gateway.methodsNow(user_id, call.caller);
    const method = methods?.find(({ id }) => id === call.params.methodId);
    if (!method) throw new Problem('item-not-found');
    if (!isFactor(method)) throw new Problem('not-possible', { detail: 'This is no second factor.' });
    await act.perform({ before: namesOfMethods([method]) }, (caller) =>
      services.gateway.removeMethod(user_id, method.id, caller).catch((error) => {
        throw methodRefused(error);
      }),
    );
    return {};
  });
}

/** What the record says of factors: no address and no number that they go to. */
export function namesOfMethods(methods: readonly Auth0AuthenticationMethod[]): Record<string, unknown> {
  return { authentication_methods: methods.map(({ id, type, name }) => ({ id, type, name })) };
}

/** Auth0 says 403 and no code when a passkey stands against it; a missing scope has a code. */
export function methodRefused(error: unknown): unknown {
  const cause = error instanceof Problem ? error.cause : undefined;
  if (!(cause instanceof UpstreamFailure) || cause.status !== 403 || cause.code !== undefined) return error;
  return new Problem('not-possible', {
    detail: 'Auth0 lets no second factor be removed while there is a passkey. Remove the passkey first.',
    cause,
  });
}
