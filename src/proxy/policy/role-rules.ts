import { z } from 'zod';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { Rules } from './rules.ts';

/** `hidden`: the policy does not name it. */
export type RoleRule = { kind: 'free' } | { kind: 'locked'; reason: string } | { kind: 'hidden' };

const name = z.string().min(1).max(300);
const roleWishes = z
  .array(z.union([name, z.strictObject({ role: name, locked: z.string().min(1).max(300) })]))
  .max(1000);

export function roleRules({ roles }: Policy, hooks: Hooks): Pick<Rules, 'roles'> {
  return {
    async roles(asking) {
      if (!roles) return () => ({ kind: 'hidden' });
      const wishes = await hooks.ask(asking, 'roles', () => roles(hooks.admin(asking)), readWishes, []);
      return ({ id, name }) => {
        const wish = wishes.find(({ role }) => role === id) ?? wishes.find(({ role }) => role === name);
        return wish?.rule ?? { kind: 'hidden' };
      };
    },
  };
}

function readWishes(answer: unknown): { role: string; rule: RoleRule }[] {
  return roleWishes
    .parse(answer)
    .map((wish) =>
      typeof wish === 'string'
        ? { role: wish, rule: { kind: 'free' } }
        : { role: wish.role, rule: { kind: 'locked', reason: wish.locked } },
    );
}
