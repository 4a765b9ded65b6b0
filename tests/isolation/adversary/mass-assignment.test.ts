import { expect, it } from 'vitest';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute, requestFor } from '../../support/every-route.ts';
import { outcomeOf, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Mass assignment',
  'write a property that no route declares: the organization, rights, another identity',
);

/** Properties that Auth0 would take or that its profiles have, and the organization in every spelling. */
const properties: Record<string, unknown> = {
  user_id: 'auth0|x',
  app_metadata: { organization: 'Globex' },
  user_metadata: { organization: 'Globex' },
  organization: 'Globex',
  organizations: ['Globex'],
  'app_metadata.organization': 'Globex',
  'app_metadata[organization]': 'Globex',
  Organization: 'Globex',
  ORGANIZATION: 'Globex',
  'organization ': 'Globex',
  org_id: 'org_globex',
  roles_: ['Administrator'],
  permissions: ['manage:organizations'],
  identities: [],
  email_verified: true,
  phone_verified: true,
  blocked: false,
  verify_email: false,
  client_id: 'x',
  created_at: '2020-01-01T00:00:00.000Z',
  last_login: '2020-01-01T00:00:00.000Z',
  logins_count: 0,
  multifactor: [],
  steward_invited: true,
  steward_leaving: true,
  steward_temporary_password: null,
  $where: '1',
  constructor: { prototype: { admin: true } },
};

/** The same property again, in a way that one JSON reader sees and another does not. */
const texts = [
  (body: string) => body.replace(/^\{/, '{"__proto__":{"organization":"Globex"},'),
  (body: string) => body.replace(/\}$/, ',"\\u005f_proto__":{"blocked":false}}'),
  (body: string) => body.replace(/^\{"([^"]+)":/, '{"$1":null,"$1":'),
  (body: string) => `[${body}]`,
];

const routesWithBodies = everyRoute('auth0|x').filter(({ body }) => body !== undefined);

it.each(routesWithBodies.map(({ route, body }) => [route.name, route, body ?? {}] as const))(
  '%s refuses every property that it does not declare, at every depth, and writes nothing',
  async (_, route, body) => {
    const { admin, addPerson, tenant } = await startProxy({ adminOf: 'Acme' });
    const member = addPerson({ memberOf: 'Acme' });
    const untouched = tenant.record(member.user_id);
    const send = async (text: string) => {
      const { path, init } = requestFor(route, { userId: member.user_id });
      return outcomeOf(await admin.send(path, { ...init, body: text }));
    };

    for (const text of [
      ...withForeignProperties(body),
      ...texts.map((twist) => twist(JSON.stringify(body))),
    ]) {
      const outcome = await send(text);
      tally.attempt(outcome.startsWith('400') ? null : `${route.name} ${text.slice(0, 120)}: ${outcome}`);
      expect(`${outcome} ${text}`).toMatch(/^400 invalid-request/);
    }

    expect(tenant.record(member.user_id)).toEqual(untouched);
    expect(tenant.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  },
);

/** The body once for each foreign property in each of its objects, as text. */
function withForeignProperties(body: object): string[] {
  return objectsIn(body).flatMap((path) =>
    Object.entries(properties)
      .filter(([name]) => !Object.hasOwn(at(body, path), name))
      .map(([name, value]) => {
        const copy = structuredClone(body);
        Object.defineProperty(at(copy, path), name, { value, enumerable: true });
        return JSON.stringify(copy);
      }),
  );
}

/** The paths of all objects in a body, itself first. Values of declared fields are the vendor's own names. */
function objectsIn(value: object, path: string[] = []): string[][] {
  const inner = Object.entries(value)
    .filter(([, child]) => typeof child === 'object' && child !== null && !Array.isArray(child))
    .flatMap(([name, child]) => objectsIn(child, [...path, name]));
  return [path, ...inner];
}

function at(value: object, path: readonly string[]): object {
  return path.reduce((object, name) => Reflect.get(object, name), value);
}
