/**
 * Keys of metadata to set, or with null to remove: Auth0 replaces each key that is sent and keeps the others.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/metadata/manage-metadata-api
 */
export interface MetadataPatch {
  app_metadata?: Record<string, unknown>;
  user_metadata?: Record<string, unknown>;
}

/** @param path - `app_metadata.x` or `user_metadata.x`. */
export function patchAt(path: string, value: unknown): MetadataPatch {
  const [part, key] = splitPath(path);
  return { [part]: { [key]: value } };
}

/** Both; of a key that stands in both, the later. */
export function mergePatches(...patches: readonly MetadataPatch[]): MetadataPatch {
  const merged: MetadataPatch = {};
  for (const patch of patches) {
    for (const part of ['app_metadata', 'user_metadata'] as const) {
      if (patch[part]) merged[part] = { ...merged[part], ...patch[part] };
    }
  }
  return merged;
}

/** What stands at a declared path; undefined for nothing, and for what is inherited. */
export function metadataAt(user: MetadataPatch, path: string): unknown {
  const [part, key] = splitPath(path);
  return Object.getOwnPropertyDescriptor(user[part] ?? {}, key)?.value;
}

function splitPath(path: string): ['app_metadata' | 'user_metadata', string] {
  const at = path.indexOf('.');
  return [path.slice(0, at) === 'app_metadata' ? 'app_metadata' : 'user_metadata', path.slice(at + 1)];
}
