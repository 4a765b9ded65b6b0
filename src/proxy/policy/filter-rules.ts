import { z } from 'zod';
import {
  filterQuery,
  isFilterPath,
  isRoot,
  rootPaths,
  typedForm,
  type UserFilter,
} from '../scope/user-filter.ts';
import { nobody } from './filter.ts';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { Rules } from './rules.ts';

const path = z.custom<Extract<UserFilter, { kind: 'is' }>['path']>(
  (value) => typeof value === 'string' && isFilterPath(value),
);

/** What a search can look for: no empty text, no control characters, no half a character, no `1e21`. */
const value = z.union([
  z
    .string()
    .min(1)
    .max(500)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  z.number().refine((number) => typedForm.test(String(number))),
  z.boolean(),
]);

const userFilter: z.ZodType<UserFilter> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('is'), path, value }).refine(isOfItsKind),
    z.strictObject({ kind: z.literal('exists'), path }),
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(userFilter).max(200) }),
    z.strictObject({ kind: z.literal('not'), of: userFilter }),
  ]),
);

const types = { flag: 'boolean', count: 'number', exact: 'string', folded: 'string' } as const;

/** Metadata may be anything; of Auth0's own attributes each is of one type. */
function isOfItsKind({ path, value }: { path: string; value: unknown }): boolean {
  return !isRoot(path) || typeof value === types[rootPaths[path]];
}

export function filterRules({ filter }: Policy, hooks: Hooks): Pick<Rules, 'filter'> {
  return {
    async filter(asking, { forWriting } = { forWriting: false }) {
      if (!filter) return null;
      const ask = () => filter(hooks.admin(asking));
      return forWriting
        ? hooks.insist('filter', ask, readFilter)
        : hooks.ask(asking, 'filter', ask, readFilter, nobody);
    },
  };
}

/** @throws when it is no tree of ours, or too long to be searched for. */
function readFilter(answer: unknown): UserFilter {
  const tree = userFilter.parse(answer);
  filterQuery(tree);
  return tree;
}
