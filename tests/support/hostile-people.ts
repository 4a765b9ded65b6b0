import { connectionNames, productClients, roleNames } from '#mocks/seed/names.ts';
import type { PolicyInput } from '#proxy/policy/policy.ts';
import type { Seed, TenantUser } from '#tenant/model.ts';
import type { ServedApp, ServedOptions } from './served-app.ts';

/** Texts that become a script, a style or a request where a text is taken for markup, for an address or for code. */
export const payloads: readonly string[] = [
  '<script>window.ran=1</script>',
  '<img src=https://evil.example/i onerror=window.ran=1>',
  '"><svg/onload=window.ran=1>',
  "'-window.ran=1-'",
  '</title></textarea></style><script>window.ran=1</script>',
  '<style>*{background:url(https://evil.example/s)}</style>',
  '<iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  '<link rel=stylesheet href=https://evil.example/l>',
  '<base href=https://evil.example/>',
  '<meta http-equiv=refresh content="0;url=https://evil.example/m">',
  '<form action=https://evil.example/f><button>Continue</button></form>',
  '<a href=javascript:window.ran=1>x</a>',
  '{{constructor.constructor("window.ran=1")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template in somebody else's language.
  '${window.ran=1}',
  '{count, plural, one {<b>x</b>} other {#}}',
  '%0d%0aSet-Cookie:x=1',
  '\u202egnirts\u2066',
  '__proto__',
];

export const hostile = payloads.join(' ');
const hostileLink = 'javascript:window.ran=1//https://evil.example';
const hostileOrganization = `Acme ${payloads.slice(0, 3).join(' ')}`;

const logEntry = {
  log_id: '90020261121',
  date: '2026-09-30T10:00:00.000Z',
  type: 's',
  client_name: hostile,
  connection: hostile,
  ip: hostile,
  user_agent: hostile,
  description: hostile,
  location_info: { country_code: 'X"', city_name: hostile },
};

const fields = [
  { name: 'note', label: 'Note', path: 'user_metadata.note', type: 'long-text' },
  { name: 'site', label: 'Site', path: 'user_metadata.site', type: 'link' },
  { name: 'mail', label: 'Mail', path: 'user_metadata.mail', type: 'email' },
  { name: 'call', label: 'Call', path: 'user_metadata.call', type: 'phone' },
] as const;

/** A vendor who shows and allows all there is. */
const policy: PolicyInput = {
  fields: fields.map((field) => ({ ...field, editable: true, shows: ['list', 'detail', 'edit', 'create'] })),
  roles: () => [...Object.values(roleNames), hostile],
  connections: () => [
    { name: connectionNames.database, label: 'Email and password', strategy: 'auth0' },
    { name: connectionNames.google, label: 'Google', strategy: 'google-oauth2' },
  ],
  applications: () => [{ client_id: productClients.portal.id, name: hostile }],
  creation: ['invite', 'password'],
  passwords: 'temporary',
  reasons: ['block'],
};

function seed(plain: Seed): Seed {
  const [role] = plain.roles;
  if (!role) throw new Error('The seed has no roles.');
  return {
    ...plain,
    clients: plain.clients.map((client) =>
      client.client_id === productClients.portal.id ? { ...client, name: hostile } : client,
    ),
    roles: [
      ...plain.roles,
      { ...role, id: 'rol_hostile00000000', name: hostile, description: hostile, permissions: [] },
    ],
    logsOf: (user) => [{ ...logEntry, user_id: user.user_id }],
  };
}

export const hostileWorld: ServedOptions = { policy, seed, organization: hostileOrganization };

/** Everything that somebody else may write about a member, or cause to be written. */
export function addHostilePerson(app: ServedApp): TenantUser {
  return app.addPerson(
    {
      name: hostile,
      nickname: hostile,
      given_name: hostile,
      family_name: hostile,
      username: hostile,
      phone_number: hostile,
      email: 'hostile@acme.example',
      picture: hostileLink,
      last_ip: hostile,
      user_metadata: { note: hostile, site: hostileLink, mail: `${hostileLink}@x`, call: hostileLink },
    },
    {
      roles: ['rol_hostile00000000'],
      authenticationMethods: [{ id: 'totp|1', type: 'totp', confirmed: true, name: hostile }],
      bruteForceBlocks: [{ identifier: hostile, ip: hostile, connection: hostile }],
    },
  );
}
