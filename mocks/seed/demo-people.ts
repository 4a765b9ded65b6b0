import type { PermissionGrant } from '#tenant/model.ts';
import { audience, organizationNames, roleNames } from './names.ts';
import type { Person } from './person.ts';

const { acme, globex, difficult, vendor } = organizationNames;

export interface Persona {
  name: string;
  email: string;
  organization: string | string[];
  /** Left out: no admin. */
  role?: string;
  /** Held directly, besides those of the role. */
  permissions?: string[];
  blocked?: boolean;
  /** What the person is good for. */
  note?: string;
}

/** Those whom the table at the start of the demo invites to sign in as, one for each way of seeing Steward. */
export const personas: readonly Persona[] = [
  {
    name: 'Ada Whitfield',
    email: 'ada@acme.example',
    organization: acme,
    role: roleNames.administrator,
  },
  {
    name: 'Otto Berglund',
    email: 'otto@acme.example',
    organization: acme,
    role: roleNames.operator,
  },
  {
    name: 'Hanae Mori',
    email: 'hanae@acme.example',
    organization: acme,
    role: roleNames.helpdesk,
  },
  {
    name: 'Aurelio Conti',
    email: 'aurelio@acme.example',
    organization: acme,
    role: roleNames.auditor,
  },
  {
    name: 'Tamsin Two-Rivers',
    email: 'tamsin@globex.example',
    organization: [acme, globex],
    role: roleNames.administrator,
    note: 'switches between two organizations',
  },
  {
    name: 'Zoë Söhne',
    email: 'zoe@soehne.example',
    organization: difficult,
    role: roleNames.administrator,
    note: 'her organization has a difficult name',
  },
  {
    name: 'Vera Orbit',
    email: 'vera@orbit.example',
    organization: vendor,
    role: roleNames.administrator,
    permissions: ['manage:organizations'],
    note: "the vendor's own operator",
  },
  {
    name: 'Paul Plain',
    email: 'paul@acme.example',
    organization: acme,
    note: 'no admin: Steward turns him away',
  },
  {
    name: 'Boris Former',
    email: 'boris@acme.example',
    organization: acme,
    role: roleNames.administrator,
    blocked: true,
    note: 'was an administrator, is blocked',
  },
];

/** As the tenant holds one of them; the number tells them apart. */
export function personOf(persona: Persona, number: number): Person {
  const [given = '', ...family] = persona.name.split(' ');
  return {
    name: persona.name,
    given,
    family: family.join(' '),
    email: persona.email,
    organization: persona.organization,
    app: { department: 'Information Technology', plan: 'enterprise' },
    own: { locale: 'en-GB' },
    created: 900 - number * 31.37,
    lastLogin: 0.05 + number * 0.61,
    logins: 412 - number * 29,
    blocked: persona.blocked,
    roles: persona.role === undefined ? [] : [persona.role],
    beside: { permissions: persona.permissions?.map(grant) ?? [] },
  };
}

function grant(permission_name: string): PermissionGrant {
  return { resource_server_identifier: audience, permission_name };
}
