/** What the seed, the stack, the demo and the tests call the same things by. Everything here is made up. */

/** The Steward API, as the tenant knows it. */
export const audience = 'https://steward.example/api';
/** The vendor's own product: roles of the seed grant permissions here too, which are no business of Steward. */
export const productAudience = 'https://orbit.example/api';

export const spaClientId = 'steward-spa';
/** The client by which the proxy calls the Management API. */
export const proxyClientId = 'steward-proxy';
export const proxyClientSecret = 'steward-proxy-secret';

/** Applications of the vendor's own product: most people of the seed have signed in to these, not to Steward. */
export const productClients = {
  portal: { id: 'orbit-portal', name: 'Acme Portal' },
  mobile: { id: 'orbit-mobile', name: 'Mobile app' },
} as const;

/** Where a user's organization stands in his `app_metadata`. */
export const organizationKey = 'organization';

export const connectionNames = {
  database: 'Username-Password-Authentication',
  staff: 'Staff-Directory',
  /** Flexible identifiers: a username, and what else somebody has. */
  members: 'Members',
  /** The vendor's own database, of which Auth0 keeps no copy. */
  partners: 'Partner-Directory',
  email: 'email',
  sms: 'sms',
  google: 'google-oauth2',
  acmeOkta: 'acme-okta',
  globexAdfs: 'globex-adfs',
} as const;

/** The customers, as their names stand in `app_metadata`. */
export const organizationNames = {
  /** As large as the seed is told to make it. */
  acme: 'Acme',
  /** Acme's name is a prefix of this one, and equal to the next but for case. */
  acmeLabs: 'Acme Labs',
  lowerAcme: 'acme',
  /** Past the 1,000 users that a search of Auth0's can show. */
  globex: 'Globex',
  initech: 'Initech',
  /** One person. */
  single: 'Okonkwo Translations',
  /** Quotes, spaces, operators and wildcards of the search grammar, letters outside ASCII. */
  difficult: 'Zoë & Söhne "Süd" (AND/OR) \\ Co: *',
  japanese: '株式会社さくら',
  northwind: 'Northwind',
  /** A customer by name only: nobody belongs to it. */
  empty: 'Vandelay Industries',
  /** The vendor's own staff. */
  vendor: 'Orbit Software',
} as const;

export const roleNames = {
  administrator: 'Administrator',
  operator: 'Operator',
  helpdesk: 'Helpdesk',
  auditor: 'Auditor',
} as const;

/** What the proxy's client may ask of the Management API: these and no more. */
export const managementScopes = [
  'read:users', // find users, open one, read his permissions, his second factors and his brute-force blocks
  'create:users', // create and invite
  'update:users', // change, block and unblock, link and unlink, give and take roles, send verification mails
  'delete:users',
  'read:roles', // with read:users: the roles of a user
  'read:logs_users', // the activity of a user
  'read:authentication_methods', // how a user proves who he is
  'delete:authentication_methods',
  'read:sessions',
  'delete:sessions',
  'read:refresh_tokens',
  'delete:refresh_tokens',
  'read:device_credentials',
  'delete:device_credentials',
  'create:user_tickets', // links to choose a password, to verify an email
  'read:connections',
  'read:connections_options', // what a connection asks of a password and of a username
  'read:client_summary', // the names of applications
] as const;

/** The password of everyone in the seed who has one. */
export const demoPassword = 'Steward-1';

/**
 * Stands in every value of the seed that no admin may ever see: undeclared metadata, other people's secrets,
 * details of log entries.
 */
export const canary = 'CANARY';
