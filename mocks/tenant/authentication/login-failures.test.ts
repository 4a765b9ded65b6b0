import { expect, it } from 'vitest';
import { locationOf, rightPassword, signIn } from './example-flow.ts';
import { type ExampleTenant, startTenant } from './example-tenant.ts';

const days = (number: number) => number * 86_400;
const entered = async (tenant: ExampleTenant) =>
  locationOf(await signIn(tenant.browser())).searchParams.has('code');

async function fail(tenant: ExampleTenant, times: number): Promise<void> {
  const fields = { ...rightPassword, password: 'wrong' };
  for (let count = 0; count < times; count += 1) await signIn(tenant.browser(), { fields });
}

it('lets a person in again thirty days after the last failure', async () => {
  const tenant = await startTenant();
  await fail(tenant, 9);
  tenant.pass(days(5));
  await fail(tenant, 1);

  tenant.pass(days(30) - 1);
  const before = await entered(tenant);
  tenant.pass(1);

  expect([before, await entered(tenant)]).toEqual([false, true]);
});

it('does not hold a block longer because someone keeps trying', async () => {
  const tenant = await startTenant();
  await fail(tenant, 10);
  tenant.pass(days(29));
  await fail(tenant, 3);

  tenant.pass(days(1));

  expect(await entered(tenant)).toBe(true);
});
