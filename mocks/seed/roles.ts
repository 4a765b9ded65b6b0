import type { Permission } from '#contract/permission.ts';
import type { ResourceServer, Role } from '#tenant/model.ts';
import { audience, productAudience, roleNames } from './names.ts';
import { idOf } from './random.ts';

/** Every permission of the Steward API, as the vendor describes it in his tenant. */
const permissions: Record<Permission, string> = {
  'read:users': 'See users',
  'create:users': 'Create users',
  'update:users': 'Change users',
  'delete:users': 'Delete users',
  'block:users': 'Block and unblock users',
  'reset:credentials': 'Send password resets, remove second factors and lock-outs',
  'set:passwords': 'Set passwords',
  'read:activity': 'See sign-ins and other activity',
  'read:audit': 'See what admins have done',
  'manage:roles': 'Give and take roles',
  'import:users': 'Import users',
  'export:users': 'Export users',
  'manage:organizations': 'Act in every organization',
};

const everything = Object.keys(permissions);
const everyday: Permission[] = ['read:users', 'create:users', 'update:users', 'block:users'];
const lookingOn: Permission[] = ['read:users', 'read:activity'];

/** Four of Steward, and three of the vendor's own product, which Steward shows and never interprets. */
export const roles: Role[] = [
  steward(
    roleNames.administrator,
    'Does all there is to do in his organization',
    everything.filter((permission) => permission !== 'manage:organizations'),
  ),
  steward(roleNames.operator, 'Looks after users day by day', [
    ...everyday,
    'reset:credentials',
    'read:activity',
    'export:users',
  ]),
  steward(roleNames.helpdesk, 'Helps people who cannot sign in', [...lookingOn, 'reset:credentials']),
  steward(roleNames.auditor, 'Sees everything and changes nothing', [...lookingOn, 'read:audit']),
  product('Billing viewer', 'Sees invoices', ['read:invoices']),
  product('Billing manager', 'Sees and pays invoices', ['read:invoices', 'pay:invoices']),
  product('Project editor', '', ['edit:projects']),
];

/** Two: Steward's own, set up as the README tells the vendor to, and that of the vendor's product. */
export const resourceServers: ResourceServer[] = [
  resourceServer(
    audience,
    'Steward',
    Object.entries(permissions).map(([value, description]) => ({ value, description })),
  ),
  resourceServer(productAudience, 'Orbit', [
    { value: 'read:invoices', description: 'See invoices' },
    { value: 'pay:invoices', description: 'Pay invoices' },
    { value: 'edit:projects', description: 'Edit projects' },
  ]),
];

/** @throws RangeError when the seed has no role of this name. */
export function roleId(name: string): string {
  const role = roles.find((candidate) => candidate.name === name);
  if (!role) throw new RangeError(`no role ${name}`);
  return role.id;
}

function steward(name: string, description: string, granted: readonly string[]): Role {
  return role(name, description, audience, granted);
}

function product(name: string, description: string, granted: readonly string[]): Role {
  return role(name, description, productAudience, granted);
}

function role(name: string, description: string, api: string, granted: readonly string[]): Role {
  return {
    id: idOf('rol', name),
    name,
    description,
    permissions: granted.map((permission_name) => ({ resource_server_identifier: api, permission_name })),
  };
}

function resourceServer(identifier: string, name: string, scopes: ResourceServer['scopes']): ResourceServer {
  return {
    identifier,
    name,
    scopes,
    enforce_policies: true,
    token_dialect: 'access_token_authz',
    token_lifetime: 3600,
    allow_offline_access: true,
  };
}
