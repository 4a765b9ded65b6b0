import { createContext, use } from 'react';
import type { Me, OrganizationId } from '#contract/me.ts';
import type { Permission } from '#contract/permission.ts';

export interface Organization {
  organization: OrganizationId;
  me: Me;
  /** Whether to show an act at all; the API alone decides whether it is allowed. */
  can(permission: Permission): boolean;
}

const OrganizationContext = createContext<Organization | null>(null);
export const OrganizationProvider = OrganizationContext.Provider;

/** The organization of the screen, and the admin in it. */
export function useOrganization(): Organization {
  const organization = use(OrganizationContext);
  if (!organization) throw new Error('useOrganization needs an OrganizationGate above it');
  return organization;
}

/** How the key of every query about an organization begins, so that leaving it forgets them all. */
export function organizationKey(organization: OrganizationId) {
  return ['organization', organization] as const;
}
