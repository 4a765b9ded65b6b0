/**
 * What the emulated tenant holds. Shapes are Auth0's own, from its documentation and recorded answers.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/user-profiles/user-profile-structure
 */
export interface Identity {
  connection: string;
  provider: string;
  /** Without the `provider|` prefix. */
  user_id: string;
  isSocial: boolean;
  /** Only on linked (not primary) identities. */
  profileData?: Record<string, unknown>;
}

export interface TenantUser {
  user_id: string;
  identities: Identity[];
  created_at: string;
  updated_at: string;
  name: string;
  nickname?: string;
  picture?: string;
  email?: string;
  email_verified?: boolean;
  username?: string;
  phone_number?: string;
  phone_verified?: boolean;
  given_name?: string;
  family_name?: string;
  blocked?: boolean;
  last_login?: string;
  last_ip?: string;
  logins_count?: number;
  last_password_reset?: string;
  app_metadata?: Record<string, unknown>;
  user_metadata?: Record<string, unknown>;
}

export interface BruteForceBlock {
  identifier: string;
  ip?: string;
  connection?: string;
  /** Never shown; left out, it was not long ago. */
  last_failure_at?: string;
}

export interface AuthenticationMethod {
  id: string;
  type: string;
  confirmed?: boolean;
  name?: string;
  created_at?: string;
  enrolled_at?: string;
  last_auth_at?: string;
  phone_number?: string;
  email?: string;
  [property: string]: unknown;
}

/** From where a session or a refresh token came, and where it was used last. */
export interface Device {
  initial_ip?: string;
  initial_user_agent?: string;
  initial_asn?: string;
  last_ip?: string;
  last_user_agent?: string;
  last_asn?: string;
}

/** A person's session at the tenant, shared by all apps in one browser. Its id is the `sid` claim. */
export interface Session {
  id: string;
  user_id: string;
  created_at: string;
  updated_at: string;
  authenticated_at: string;
  idle_expires_at: string;
  expires_at: string;
  last_interacted_at: string;
  device: Device;
  clients: { client_id: string }[];
  authentication: { methods: { name: string; timestamp: string; type?: string }[] };
  [property: string]: unknown;
}

/** What an app may refresh. With rotation it stands for the whole family; its value is nowhere in here. */
export interface RefreshToken {
  id: string;
  user_id: string;
  client_id: string;
  session_id: string | null;
  created_at: string;
  idle_expires_at: string;
  expires_at: string;
  last_exchanged_at: string;
  rotating: boolean;
  resource_servers: { audience: string; scopes: string }[];
  device: Device;
  [property: string]: unknown;
}

/** The older view of what a device holds. */
export interface DeviceCredential {
  id: string;
  type: 'public_key' | 'refresh_token' | 'rotating_refresh_token';
  user_id: string;
  client_id: string;
  device_name: string;
  /** Mostly absent for refresh tokens. */
  device_id?: string;
}

export interface PermissionGrant {
  resource_server_identifier: string;
  permission_name: string;
}

/** A user and all that Auth0 keeps beside his profile. */
export interface UserRecord {
  profile: TenantUser;
  /** In the clear: these people are made up. */
  password?: string;
  /** Those of linked identities, by the ids that they had as users. */
  linkedPasswords?: Record<string, string>;
  /** Newest first. */
  formerPasswords?: string[];
  roles?: string[];
  permissions?: PermissionGrant[];
  organizations?: string[];
  bruteForceBlocks?: BruteForceBlock[];
  authenticationMethods?: AuthenticationMethod[];
  recoveryCode?: string;
  /** How many browsers need no second factor for a while. */
  rememberedBrowsers?: number;
  /** Those of the seed, as they began; what has become of them since, the store knows. */
  sessions?: Session[];
  refreshTokens?: RefreshToken[];
  /** Public keys of devices; its refresh tokens are no part of it. */
  deviceCredentials?: DeviceCredential[];
}

export interface Role {
  id: string;
  name: string;
  description: string;
  permissions: PermissionGrant[];
}

export interface Connection {
  id: string;
  name: string;
  display_name?: string;
  /** `auth0`, `email`, `sms`, `google-oauth2`, `samlp` and so on. */
  strategy: string;
  options: Record<string, unknown>;
  enabled_clients: string[];
  realms: string[];
  is_domain_connection: boolean;
  metadata?: Record<string, string>;
}

export interface Client {
  client_id: string;
  client_secret?: string;
  name: string;
  app_type: 'spa' | 'non_interactive' | 'regular_web' | 'native';
  callbacks: string[];
  /** The app's own address that begins a sign-in. */
  initiate_login_uri?: string;
  allowed_logout_urls: string[];
  web_origins: string[];
  grant_types: string[];
  token_endpoint_auth_method: 'none' | 'client_secret_post' | 'client_secret_basic';
  refresh_token?: { rotation_type: 'rotating' | 'non-rotating' };
  /**
   * For `client_credentials`: the scopes this client may ask for, by audience. An audience that begins with `/` lies
   * below the tenant's own address: `/api/v2/` is its Management API.
   */
  grants?: Record<string, string[]>;
  client_metadata?: Record<string, string>;
}

export interface ResourceServer {
  identifier: string;
  name: string;
  scopes: { value: string; description?: string }[];
  enforce_policies: boolean;
  token_dialect: 'access_token' | 'access_token_authz' | 'rfc9068_profile' | 'rfc9068_profile_authz';
  /** Seconds. */
  token_lifetime: number;
  allow_offline_access: boolean;
}

export interface Organization {
  id: string;
  name: string;
  display_name?: string;
  branding?: Record<string, unknown>;
  metadata?: Record<string, string>;
}

export interface CustomDomain {
  /** A host, in lower case: `login.example.com`. */
  domain: string;
  is_default?: boolean;
}

export interface LogEntry {
  log_id: string;
  date: string;
  type: string;
  user_id?: string;
  [property: string]: unknown;
}

/** All that a tenant starts with. The same seed gives the same tenant, on every machine and after every reload. */
export interface Seed {
  clients: Client[];
  connections: Connection[];
  resourceServers: ResourceServer[];
  roles: Role[];
  organizations: Organization[];
  users: UserRecord[];
  /** Verified ones. */
  customDomains?: CustomDomain[];
  /** More users, made when first searched for: a page that only signs a person in does not pay for them. */
  crowd?: () => UserRecord[];
  /** A user's log entries, newest first, made when asked for. */
  logsOf?: (user: TenantUser) => LogEntry[];
}
