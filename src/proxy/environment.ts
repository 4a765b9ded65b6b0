import { z } from 'zod';
import { auditUrlPattern, defaultAuditUrl } from './audit/audit-url.ts';
import type { ProxyConfig } from './config.ts';

/** What the environment says; the policy is still to be loaded from its path. */
export interface Environment {
  config: Omit<ProxyConfig, 'policy'>;
  policyPath: string | undefined;
  /** `file:…` or `postgres://…`. */
  auditUrl: string;
  port: number;
}

/** Every fault of the configuration, one sentence each, in `sentences`. */
export class ConfigError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.name = 'ConfigError';
    this.sentences = sentences;
  }
}

const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

/** One number for an admin, one for an organization. */
const requestsPerSecond = z
  .string()
  .regex(/^\d{1,6}(\.\d{1,3})?, *\d{1,6}(\.\d{1,3})?$/, 'use two numbers such as 20,60')
  .transform((text) => text.split(',').map(Number))
  .transform(([requestsPerAdmin = 0, requestsPerOrganization = 0]) => ({
    requestsPerAdmin,
    requestsPerOrganization,
  }));

const environment = z.object({
  AUTH0_DOMAIN: z.string().transform(tenantUrl),
  AUTH0_CLIENT_ID: z.string(),
  AUTH0_CLIENT_SECRET: z.string(),
  STEWARD_AUDIENCE: z.string(),
  STEWARD_CLIENT_IDS: list,
  STEWARD_ORGANIZATION_KEY: z.string().default('organization'),
  STEWARD_ALLOWED_ORIGINS: list.default([]),
  STEWARD_POLICY: z.string().optional(),
  STEWARD_AUDIT_URL: z
    .string()
    .regex(auditUrlPattern, 'use file:path or postgres://user:password@host/database')
    .default(defaultAuditUrl),
  STEWARD_TRUSTED_PROXIES: z.coerce
    .number('use the number of proxies in front')
    .int('use a whole number')
    .min(0, 'use 0 or more')
    .max(10, 'use 10 or less')
    .default(0),
  STEWARD_REQUESTS_PER_SECOND: requestsPerSecond.optional(),
  STEWARD_DPOP: z.enum(['optional', 'required'], 'use optional or required').default('optional'),
  STEWARD_PUBLIC_URL: z.string().optional(),
  STEWARD_CURSOR_SECRET: z.string(),
  PORT: z.coerce
    .number('use a number')
    .int('use a whole number')
    .min(1, 'use 1 to 65535')
    .max(65_535, 'use 1 to 65535')
    .default(4300),
});

/**
 * Reads the proxy's configuration.
 *
 * @param variables - such as `process.env`; an empty one counts as missing.
 * @throws ConfigError with a sentence for each fault, beginning with the variable's name; no value of a secret in it.
 */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) throw new ConfigError(result.error.issues.map((issue) => sentence(issue, given)));
  const env = result.data;
  return {
    config: {
      auth0: { url: env.AUTH0_DOMAIN, clientId: env.AUTH0_CLIENT_ID, clientSecret: env.AUTH0_CLIENT_SECRET },
      audience: env.STEWARD_AUDIENCE,
      clientIds: env.STEWARD_CLIENT_IDS,
      organizationKey: env.STEWARD_ORGANIZATION_KEY,
      allowedOrigins: env.STEWARD_ALLOWED_ORIGINS,
      cursorSecret: env.STEWARD_CURSOR_SECRET,
      basePath: '/api',
      trustedProxies: env.STEWARD_TRUSTED_PROXIES,
      dpop: env.STEWARD_DPOP,
      publicUrl: env.STEWARD_PUBLIC_URL,
      limits: env.STEWARD_REQUESTS_PER_SECOND,
    },
    policyPath: env.STEWARD_POLICY,
    auditUrl: env.STEWARD_AUDIT_URL,
    port: env.PORT,
  };
}

/** A bare domain means https; plain http is for a tenant on this machine. */
function tenantUrl(text: string, context: z.RefinementCtx): string {
  const url = text.includes('://') ? text : `https://${text}`;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const local = parsed && ['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname);
  const secure = parsed?.protocol === 'https:' || (parsed?.protocol === 'http:' && local);
  if (secure && !parsed.search && !parsed.hash && !parsed.username) return parsed.href.replace(/\/+$/, '');
  context.addIssue({ code: 'custom', message: 'use a domain such as tenant.eu.auth0.com' });
  return z.NEVER;
}

function sentence(issue: z.core.$ZodIssue, given: object): string {
  const name = String(issue.path[0]);
  return Object.hasOwn(given, name) ? `${name}: ${issue.message}.` : `${name} is missing.`;
}
