import { listUsers } from '#contract/routes.ts';
import { demoSeed } from '#mocks/seed/demo-seed.ts';
import { appOrigin, startProxy } from '../support/start-proxy.ts';

/** The API's first page of the demo's main organization: 50 users. */
export const listPath = '/api/users?per_page=50';

/** What the tenant answers to the one call behind that page. */
export async function cannedList(): Promise<string> {
  let text = '';
  const { admin } = await startProxy({
    seed: demoSeed({ spaUrls: [appOrigin] }),
    async between(request, pass) {
      const response = await pass(request);
      if (isList(request.url)) text = await response.clone().text();
      return response;
    },
  });
  await admin.call(listUsers, { query: { per_page: '50' } });
  const count = JSON.parse(text).users?.length;
  if (count !== 50) throw new Error(`The list to be measured has ${count} users.`);
  return text;
}

export function isList(url: string): boolean {
  return url.includes('/api/v2/users?');
}
