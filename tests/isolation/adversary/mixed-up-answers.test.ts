import { expect, it } from 'vitest';
import { answerOf } from '../../support/answer-of.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute } from '../../support/every-route.ts';
import { startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Mixed-up answers',
  'be handed what was read for another admin or organization, by asking at the same moment or right after',
);

/** Admins who see different things of the same tenant, and a member for each. */
async function world() {
  const started = await startProxy({ adminOf: 'Acme' });
  const { addPerson, as, tenant } = started;
  const organizations = ['Acme', 'Globex', 'acme'];
  const members = organizations.map((memberOf) =>
    addPerson({ memberOf, profile: { name: `Of ${memberOf}` } }),
  );
  const shared = addPerson({ memberOf: ['Acme', 'Globex'], profile: { name: 'Shared' } });
  const askers = await Promise.all(
    organizations.flatMap((memberOf) =>
      (['administrator', 'auditor'] as const).map(async (role) => ({
        name: `${role} of ${memberOf}`,
        organization: memberOf,
        client: await as(addPerson({ memberOf, role })),
      })),
    ),
  );
  const both = await as(addPerson({ memberOf: ['Acme', 'Globex'], role: 'administrator' }));
  const twice = ['Acme', 'Globex'].map((organization) => ({
    name: `admin of both in ${organization}`,
    organization,
    client: both,
  }));
  return { tenant, askers: [...askers, ...twice], people: [...members, shared] };
}

type Asker = Awaited<ReturnType<typeof world>>['askers'][number];

/** Everything that can be read, about everyone. */
function reads(people: { user_id: string }[]): string[] {
  const paths = people.flatMap(({ user_id }) =>
    everyRoute(user_id)
      .filter(({ route }) => route.method === 'GET')
      .map(({ path }) => path),
  );
  return [...new Set(paths)];
}

async function ask({ client, organization }: Asker, path: string) {
  return answerOf(await client.send(path, { organization }));
}

it('answers everyone who asks at once what he would hear alone', async () => {
  const { askers, people, tenant } = await world();
  const questions = askers.flatMap((asker) => reads(people).map((path) => ({ asker, path })));
  // Whoever asks for the first time leaves a trace, which others may read.
  for (const asker of askers) await ask(asker, '/me');
  const alone = [];
  for (const { asker, path } of questions) alone.push(await ask(asker, path));

  tenant.faults.latencyMs = 5;
  const together = await Promise.all(questions.map(({ asker, path }) => ask(asker, path)));

  for (const [index, { asker, path }] of questions.entries()) {
    const same = JSON.stringify(alone[index]) === JSON.stringify(together[index]);
    tally.attempt(same ? null : `${asker.name} ${path}`);
    expect(together[index], `${asker.name} ${path}`).toEqual(alone[index]);
  }
}, 60_000);
