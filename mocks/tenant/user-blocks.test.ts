import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const path = at`/user-blocks/${'auth0|ada'}`;
const blocked = (last_failure_at?: string) =>
  person(
    'ada',
    {},
    { bruteForceBlocks: [{ identifier: 'ada@example.com', ip: '192.0.2.1', last_failure_at }] },
  );

it.each([
  ['2026-01-30T12:00:00.001Z', 1],
  ['2026-01-30T12:00:00.000Z', 0],
  [undefined, 1],
])('shows a block until thirty days after the last failure: %s', async (lastFailure, count) => {
  const { call } = await startTenant({ users: [blocked(lastFailure)] });

  const answers = [await call('GET', path), await call('GET', '/user-blocks?identifier=ada@example.com')];

  const shown = count === 1 ? [{ identifier: 'ada@example.com', ip: '192.0.2.1' }] : [];
  for (const { body } of answers) expect(body).toEqual({ blocked_for: shown });
});
