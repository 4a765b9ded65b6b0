import { expect, it } from 'vitest';
import { pathTo } from '#contract/route.ts';
import { getMe, listUsers } from '#contract/routes.ts';
import { userSort, userStatus } from '#contract/search.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { policy } from '#mocks/demo/policy.ts';
import { demoPeople, demoSeed } from '#mocks/seed/demo-seed.ts';
import { organizationKey } from '#mocks/seed/names.ts';
import type { UserRecord } from '#tenant/model.ts';
import { answerOf } from '../support/answer-of.ts';
import { appOrigin, startProxy } from '../support/start-proxy.ts';

const seed = demoSeed({ spaUrls: [appOrigin] });
const admins = demoPeople.filter(({ role, note }) => role !== '' && !note?.includes('blocked'));
const posts = admins.flatMap(({ email, organizations }) =>
  organizations.map((organization) => ({ email, organization })),
);

function isMember({ profile }: UserRecord, organization: string): boolean {
  return [profile.app_metadata?.[organizationKey]].flat().includes(organization);
}

/** Requests that look for outsiders by every means there is. */
function probes(strangers: UserRecord[], members: UserRecord[]): { path: string; init?: RequestInit }[] {
  const body = '{"blocked":true}';
  const write = { method: 'PUT', headers: { 'content-type': 'application/json' }, body };
  const words = strangers.slice(0, 8).flatMap(({ profile }) => [profile.email, profile.name, 'a', '*']);
  const queries = [
    ...userSort.options.map((sort) => ({ sort, per_page: '25' as const })),
    ...userStatus.options.map((status) => ({ status })),
    ...words
      .filter((word) => word !== undefined)
      .map((word) => ({ q: `"${word.replace(/["\\]/g, '\\$&')}"` })),
    ...['NOT status:active', 'user_id:auth0*', 'logins_count:>0', 'a OR NOT a'].map((q) => ({ q })),
  ];
  return [
    { path: pathTo(getMe) },
    ...queries.map((query) => ({ path: pathTo(listUsers, { query }) })),
    ...[...strangers.slice(-8), ...members.slice(0, 8)].map(({ profile: { user_id: userId } }) => ({
      path: pathTo(getUser, { params: { userId } }),
    })),
    ...strangers.slice(0, 8).map(({ profile: { user_id: userId } }) => ({
      path: pathTo(setUserBlocked, { params: { userId } }),
      init: write,
    })),
  ];
}

it.each(posts)(
  'answers $email in $organization as if nobody else were in the tenant',
  async ({ email, organization }) => {
    const members = seed.users.filter((user) => isMember(user, organization));
    const strangers = seed.users.filter((user) => !isMember(user, organization));
    const requests = probes(strangers, members);

    const [among, alone] = await Promise.all(
      [seed.users, members].map(async (users) => {
        const { as, tenant, audit } = await startProxy({
          seed: { ...seed, users },
          adminOf: 'Somewhere else',
          config: { policy },
        });
        const admin = await as({ user_id: '', email });
        const answers: unknown[] = [];
        for (const { path, init } of requests) {
          const before = tenant.calls.length;
          const answer = await answerOf(await admin.send(path, { ...init, organization }));
          // Calls that run side by side may come in any order.
          const calls = tenant.calls.slice(before).map((call) => `${call.method} ${call.path.split('/')[3]}`);
          answers.push({ path, ...answer, calls: calls.toSorted() });
        }
        return {
          answers,
          records: audit.entries.map(({ act, target, problem }) => ({ act, target, problem })),
        };
      }),
    );

    expect(strangers.length).toBeGreaterThan(20);
    expect(among).toEqual(alone);
  },
  20_000,
);
