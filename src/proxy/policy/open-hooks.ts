import { Problem } from '../problem.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { askFor, PolicyFailure } from './ask-hook.ts';
import { type AdminContext, type Asking, adminContext, type HookUser, hookUser } from './hook-context.ts';
import type { Policy } from './policy.ts';

/** How the vendor's hooks are asked: with frozen copies, within a deadline, and every failure is told to the log. */
export interface Hooks {
  admin(asking: Asking): AdminContext;
  user(user: Auth0User): HookUser;
  /** Gives `strict` when the hook fails. */
  ask<Answer>(
    asking: Asking,
    hook: string,
    run: () => unknown,
    read: (answer: unknown) => Answer,
    strict: Answer,
  ): Promise<Answer>;
  /** @throws Problem `policy-refused` when the hook fails. */
  insist<Answer>(hook: string, run: () => unknown, read: (answer: unknown) => Answer): Promise<Answer>;
}

export const hookFailed =
  'Your vendor’s rules did not answer as they should. Nothing was changed. Please tell your vendor.';

export function openHooks({ deadlineMs }: Policy, report: (error: unknown) => void): Hooks {
  // A page asks about twenty acts on one person: he is copied once.
  const admins = new WeakMap<Asking['admin'], AdminContext>();
  const users = new WeakMap<Auth0User, HookUser>();
  const told = new WeakMap<Asking['admin'], Set<string>>();

  /** Once for each request, however often it asks. */
  function tell(asking: Asking, error: unknown): void {
    const codes = told.get(asking.admin) ?? new Set();
    told.set(asking.admin, codes);
    const code = error instanceof PolicyFailure ? error.code : '';
    if (codes.has(code)) return;
    codes.add(code);
    report(error);
  }

  return {
    admin(asking) {
      const known = admins.get(asking.admin);
      if (known?.admin.organization === asking.organization) return known;
      const context = adminContext(asking);
      admins.set(asking.admin, context);
      return context;
    },
    user(user) {
      const known = users.get(user);
      if (known) return known;
      const copy = hookUser(user);
      users.set(user, copy);
      return copy;
    },
    async ask(asking, hook, run, read, strict) {
      try {
        return await askFor(hook, deadlineMs, run, read);
      } catch (error) {
        tell(asking, error);
        return strict;
      }
    },
    async insist(hook, run, read) {
      try {
        return await askFor(hook, deadlineMs, run, read);
      } catch (cause) {
        if (!(cause instanceof PolicyFailure)) throw cause;
        throw new Problem('policy-refused', { detail: hookFailed, cause });
      }
    },
  };
}
