import { createUser, type NewUser } from '#contract/create-user.ts';
import { connectionNames } from '#mocks/seed/names.ts';
import { definePolicy, type PolicyInput } from '#proxy/policy/policy.ts';
import { type StartOptions, startProxy } from './start-proxy.ts';

const strategies = {
  [connectionNames.database]: 'auth0',
  [connectionNames.staff]: 'auth0',
  [connectionNames.members]: 'auth0',
  [connectionNames.partners]: 'auth0',
  [connectionNames.email]: 'email',
  [connectionNames.sms]: 'sms',
  [connectionNames.google]: 'google-oauth2',
};

/** A call of the proxy to the tenant, as the tenant had it. */
export interface SentCall {
  method: string;
  path: string;
  body: Record<string, unknown>;
  status: number;
}

/** A proxy whose policy lets people be added, and all that it sends to the tenant. */
export async function startAdding({
  policy,
  between = (request, pass) => pass(request),
  ...options
}: StartOptions & { policy?: PolicyInput } = {}) {
  const sent: SentCall[] = [];
  const started = await startProxy({
    ...options,
    config: {
      policy: definePolicy({
        connections: () =>
          Object.entries(strategies).map(([name, strategy]) => ({ name, label: `The ${name}`, strategy })),
        applications: () => [{ client_id: 'orbit-portal', name: 'Portal' }],
        creation: ['invite', 'password'],
        passwords: 'temporary',
        ...policy,
      }),
      ...options.config,
    },
    async between(request, pass) {
      const text = await request.clone().text();
      const response = await between(request, pass);
      const { pathname } = new URL(request.url);
      const isOurs = pathname !== '/oauth/token' && !pathname.startsWith('/.well-known/');
      if (isOurs) {
        sent.push({
          method: request.method,
          path: pathname.replace('/api/v2', ''),
          body: text ? JSON.parse(text) : {},
          status: response.status,
        });
      }
      return response;
    },
  });
  const add = (body: NewUser, client = started.admin) => client.call(createUser, { body });
  /** Everyone whom the proxy has made, as they are now. */
  const made = () =>
    started.tenant
      .logs()
      .filter(({ type }) => type === 'ss')
      .flatMap(({ user_id }) => started.tenant.user(String(user_id)) ?? []);
  return { ...started, sent, add, made };
}
