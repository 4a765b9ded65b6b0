import { organizationHeader } from '#contract/route.ts';
import { Problem } from '../problem.ts';

/**
 * The organization a request is about: the one that its header names, or the admin's only one; null when he has
 * several and none is named.
 *
 * @param header - `Steward-Organization`, percent-encoded UTF-8; null when absent.
 * @param own - the admin's organizations.
 * @throws Problem `invalid-request` when the header cannot be read, `organization-refused` when it names another's.
 */
export function chooseOrganization(header: string | null, own: readonly string[]): string | null {
  if (header === null) return own.length === 1 ? (own[0] ?? null) : null;
  const named = decode(header);
  if (!own.includes(named)) throw new Problem('organization-refused');
  return named;
}

/** Only what `encodeURIComponent` writes: a comma, for instance, means that the header was sent twice. */
function decode(header: string): string {
  try {
    if (/^[\w.!~*'()%-]+$/.test(header)) return decodeURIComponent(header);
  } catch {
    // A broken escape: refused like any other text that cannot be read.
  }
  throw new Problem('invalid-request', {
    detail: `Send ${organizationHeader} once, percent-encoded.`,
  });
}
