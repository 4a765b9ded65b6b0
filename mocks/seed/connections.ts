import type { Connection } from '#tenant/model.ts';
import { connectionNames, productClients, spaClientId } from './names.ts';
import { idOf } from './random.ts';

export interface IdentityKind {
  provider: string;
  isSocial: boolean;
  type: 'database' | 'passwordless' | 'social' | 'enterprise';
}

export type ConnectionName = (typeof connectionNames)[keyof typeof connectionNames];

/** What Auth0 calls a connection's kind in the identities of its users, and in log entries. */
export const identityKinds: Record<ConnectionName, IdentityKind> = {
  'Username-Password-Authentication': { provider: 'auth0', isSocial: false, type: 'database' },
  'Staff-Directory': { provider: 'auth0', isSocial: false, type: 'database' },
  Members: { provider: 'auth0', isSocial: false, type: 'database' },
  'Partner-Directory': { provider: 'auth0', isSocial: false, type: 'database' },
  email: { provider: 'email', isSocial: false, type: 'passwordless' },
  sms: { provider: 'sms', isSocial: false, type: 'passwordless' },
  'google-oauth2': { provider: 'google-oauth2', isSocial: true, type: 'social' },
  'acme-okta': { provider: 'samlp', isSocial: false, type: 'enterprise' },
  'globex-adfs': { provider: 'adfs', isSocial: false, type: 'enterprise' },
};

const databaseOptions = {
  import_mode: false,
  disable_signup: true,
  passwordPolicy: 'good',
  password_complexity_options: { min_length: 8 },
  password_history: { enable: false, size: 5 },
  password_dictionary: { enable: true, dictionary: [] },
  password_no_personal_info: { enable: true },
  brute_force_protection: true,
  enabledDatabaseCustomization: false,
};

export const connections: (Connection & { name: ConnectionName })[] = [
  connection(connectionNames.database, 'auth0', { ...databaseOptions, requires_username: false }),
  connection(connectionNames.staff, 'auth0', {
    ...databaseOptions,
    passwordPolicy: 'excellent',
    password_complexity_options: { min_length: 10 },
    password_history: { enable: true, size: 5 },
    requires_username: true,
    validation: { username: { min: 1, max: 15 } },
  }),
  connection(connectionNames.email, 'email', { brute_force_protection: true, disable_signup: true }),
  connection(connectionNames.sms, 'sms', { brute_force_protection: true, disable_signup: true }),
  connection(connectionNames.google, 'google-oauth2', {
    email: true,
    profile: true,
    scope: ['email', 'profile'],
  }),
  connection(connectionNames.acmeOkta, 'samlp', {
    signInEndpoint: 'https://okta.acme.example/sso/saml',
    set_user_root_attributes: 'on_each_login',
  }),
  connection(connectionNames.globexAdfs, 'adfs', {
    adfs_server: 'https://adfs.globex.example/FederationMetadata/2007-06/FederationMetadata.xml',
    set_user_root_attributes: 'on_each_login',
  }),
  connection(connectionNames.members, 'auth0', {
    import_mode: false,
    disable_signup: true,
    brute_force_protection: true,
    enabledDatabaseCustomization: false,
    attributes: {
      email: {
        identifier: { active: true },
        unique: true,
        profile_required: false,
        signup: { status: 'optional', verification: { active: true } },
      },
      username: {
        identifier: { active: true },
        profile_required: true,
        signup: { status: 'required' },
        validation: {
          min_length: 3,
          max_length: 30,
          allowed_types: { email: false, phone_number: false },
        },
      },
      phone_number: {
        identifier: { active: true },
        profile_required: false,
        signup: { status: 'optional', verification: { active: true } },
      },
    },
    password_options: {
      complexity: {
        min_length: 12,
        character_types: ['lowercase', 'number'],
        character_type_rule: 'all',
        identical_characters: 'block',
        sequential_characters: 'allow',
        max_length_exceeded: 'error',
      },
      dictionary: { active: true, default: 'en_10k', custom: ['acme', 'orbit'] },
      history: { active: true, size: 3 },
      profile_data: { active: true, blocked_fields: [] },
    },
  }),
  connection(connectionNames.partners, 'auth0', {
    ...databaseOptions,
    enabledDatabaseCustomization: true,
    passwordPolicy: 'low',
    password_complexity_options: { min_length: 6 },
    password_dictionary: { enable: false, dictionary: [] },
    password_no_personal_info: { enable: false },
    requires_username: false,
  }),
];

function connection(name: ConnectionName, strategy: string, options: Record<string, unknown>) {
  return {
    id: idOf('con', name),
    name,
    display_name: name,
    strategy,
    options,
    enabled_clients: [spaClientId, productClients.portal.id, productClients.mobile.id],
    realms: [name],
    is_domain_connection: false,
  };
}
