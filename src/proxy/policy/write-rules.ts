import { z } from 'zod';
import { frozen, type WriteContext } from './hook-context.ts';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { Rules } from './rules.ts';

const withFields = z.looseObject({ fields: z.record(z.string(), z.unknown()).optional() });

export function writeRules({ write, fields }: Policy, hooks: Hooks): Pick<Rules, 'write'> {
  const declared = new Set(fields.map(({ name }) => name));
  return {
    async write({ payload, user, action, ...asking }, schema) {
      if (!write) return payload;
      const { password, ...shown } = { password: undefined, ...payload };
      const context = Object.freeze({
        ...hooks.admin(asking),
        action,
        user: user && hooks.user(user),
        payload: frozen(shown),
        // Which payload goes with which action is settled by the caller's schema.
      }) as WriteContext;
      return hooks.insist(
        'write',
        () => write(context),
        (answer) => {
          const given = withFields.parse(answer);
          if ('password' in given) throw new Error('A hook gives no passwords');
          const stranger = Object.keys(given.fields ?? {}).find((name) => !declared.has(name));
          if (stranger !== undefined) throw new Error('A field is not declared');
          return schema.parse(password === undefined ? given : { ...given, password });
        },
      );
    },
  };
}
