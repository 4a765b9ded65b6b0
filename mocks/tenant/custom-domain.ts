import type { Endpoint } from './endpoint.ts';
import { ManagementError } from './errors.ts';
import type { CustomDomain } from './model.ts';

/**
 * Which address the links of a mail begin with: the one that the `auth0-custom-domain` header names, else the default
 * one, else the only one, else the tenant's own. Auth0's words for an unknown domain are not documented.
 *
 * @param url - the tenant's own.
 * @throws ManagementError 400 for a domain that is not the tenant's, 409 when there are several and none is named.
 * @see https://auth0.com/docs/customize/custom-domains/multiple-custom-domains
 */
export function linkBaseFor(
  { takesCustomDomain }: Endpoint,
  request: Request,
  { url, domains = [] }: { url: string; domains?: CustomDomain[] },
): string {
  if (!takesCustomDomain) return url;
  const wanted = request.headers.get('auth0-custom-domain')?.toLowerCase();
  if (wanted === new URL(url).host) return url;
  if (wanted !== undefined) {
    const named = domains.find(({ domain }) => domain === wanted);
    if (named) return baseOf(named, url);
    throw new ManagementError(400, `The custom domain ${wanted} does not exist.`);
  }
  const chosen = domains.find(({ is_default }) => is_default) ?? domains[0];
  if (!chosen) return url;
  if (domains.length > 1 && !chosen.is_default)
    throw new ManagementError(
      409,
      'The tenant has multiple verified custom domains.',
      'custom_domain_conflict',
    );
  return baseOf(chosen, url);
}

function baseOf({ domain }: CustomDomain, url: string): string {
  const { protocol, pathname } = new URL(url);
  return `${protocol}//${domain}${pathname.replace(/\/$/, '')}`;
}
