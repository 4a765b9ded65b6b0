import type { Viewer } from '#app/session/session.ts';
import { type OrganizationId, organizationId } from '#contract/me.ts';

/** Tells the people of one device apart; an id itself may hold an address, which is not to stay behind here. */
const keyFor = (viewer: Viewer) => `steward.organization.${fingerprint(viewer.id)}`;

/** 32 bits of a text (FNV-1a). Two people with the same would only begin in the same organization, if they may. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

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
