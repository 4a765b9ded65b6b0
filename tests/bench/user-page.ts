import { getMe } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import { startProxy } from '../support/start-proxy.ts';
import { type Figure, median, withSpread } from './figure.ts';

const repetitions = 30;
const latencyMs = 50;
const reach = 2.2;

/** The time of a user's page over that of one upstream call, the first that the page makes. */
export async function measureUserPage(): Promise<Figure> {
  const upstreamMs: number[] = [];
  const { admin, tenant, addPerson } = await startProxy({
    async between(request, pass) {
      const since = performance.now();
      const response = await pass(request);
      upstreamMs.push(performance.now() - since);
      return response;
    },
  });
  const people = Array.from({ length: repetitions }, () => addPerson({ memberOf: 'Acme', role: 'helpdesk' }));
  await admin.call(getMe, {});
  tenant.faults.latencyMs = latencyMs;
  const ratios: number[] = [];
  const milliseconds: number[] = [];
  for (const { user_id: userId } of people) {
    upstreamMs.length = 0;
    const since = performance.now();
    const response = await admin.call(getUser, { params: { userId } });
    await response.text();
    const took = performance.now() - since;
    milliseconds.push(took);
    ratios.push(took / (upstreamMs[0] ?? Number.NaN));
  }
  return {
    what: `user page, upstream latency ${latencyMs} ms`,
    measured: withSpread(ratios, '× one upstream call'),
    reach: `≤ ${reach} ×`,
    met: median(ratios) <= reach,
    values: { ratio: median(ratios), milliseconds: median(milliseconds) },
  };
}
