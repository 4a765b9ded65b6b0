import type { Viewer } from '#app/session/session.ts';
import { type OrganizationId, organizationId } from '#contract/me.ts';

const keyFor = (viewer: Viewer) => `steward.organization.${viewer.id}`;

/** The organization that this person worked in last, on this device. It may have been taken from him since. */
export function rememberedOrganization(viewer: Viewer): OrganizationId | null {
  try {
    const stored = localStorage.getItem(keyFor(viewer));
    return stored ? organizationId.parse(stored) : null;
  } catch {
    return null;
  }
}

export function rememberOrganization(viewer: Viewer, organization: OrganizationId | null) {
  try {
    if (organization === null) localStorage.removeItem(keyFor(viewer));
    else localStorage.setItem(keyFor(viewer), organization);
  } catch {
    // Storage may be closed to this page; then the choice is asked for again.
  }
}
