import { expect, it } from 'vitest';
import { routes } from '#contract/api.ts';
import { isKnownAct } from './acts.ts';

it('has words for everything that an admin can do', () => {
  const writes = routes.filter(({ method }) => method !== 'GET').map(({ name }) => name);

  expect(writes.filter((name) => !isKnownAct(name))).toEqual([]);
});
