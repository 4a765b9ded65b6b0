import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import type { UserSummary } from '#contract/user.ts';
import { getUser } from '#contract/user-routes.ts';
import { policy } from '#mocks/demo/policy.ts';
import { demoPeople, demoSeed } from '#mocks/seed/demo-seed.ts';
import { canary, organizationKey, organizationNames } from '#mocks/seed/names.ts';
import { appOrigin, startProxy } from '../support/start-proxy.ts';

const seed = demoSeed({ spaUrls: [appOrigin] });
const admins = demoPeople.filter(({ role, note }) => role !== '' && !note?.includes('blocked'));

/** Each admin in each of his organizations. */
const posts = admins.flatMap(({ email, organizations }) =>
  organizations.map((organization) => ({ email, organization, organizations })),
);

it.each(posts)(
  'keeps $email in $organization, with nothing that is hidden',
  async ({ email, organization, organizations }) => {
    const { tenant, as } = await startProxy({ seed, config: { policy } });
    const admin = await as({ user_id: '', email });
    const others = Object.values(organizationNames).filter((name) => !organizations.includes(name));

    const answers = [await (await admin.call(getMe, {}, { organization })).text()];
    const listed: UserSummary[] = [];
    for (let cursor: string | undefined; cursor !== null && answers.length < 4; ) {
      const response = await admin.call(listUsers, { query: { per_page: '100', cursor } }, { organization });
      answers.push(await response.clone().text());
      const page = await response.json();
      listed.push(...page.users);
      cursor = page.next;
    }
    for (const { user_id: userId } of listed.slice(0, 15)) {
      answers.push(await (await admin.call(getUser, { params: { userId } }, { organization })).text());
    }

    expect(listed.length).toBeGreaterThan(0);
    for (const { user_id } of listed) {
      expect([tenant.user(user_id)?.app_metadata?.[organizationKey]].flat()).toContain(organization);
    }
    for (const answer of answers) {
      expect(answer).not.toContain(canary);
      for (const name of others) expect(withoutNames(answer)).not.toContain(`"${name}"`);
    }
  },
);

/** A person may well be called what a customer is called. */
function withoutNames(answer: string): string {
  const isName = (key: string) => ['given_name', 'family_name', 'name', 'nickname'].includes(key);
  return JSON.stringify(JSON.parse(answer), (key, value: unknown) =>
    isName(key) && typeof value === 'string' ? undefined : value,
  );
}
