import type { TenantStorage } from '#tenant/storage.ts';

/**
 * A tenant's storage in the browser's: it survives a reload, and every page of this origin sees the same.
 *
 * @param prefix - keeps tenants apart; a demo under another path or of another size has its own.
 */
export function browserStorage(prefix: string, storage: Storage = window.localStorage): TenantStorage {
  const versionKey = `${prefix}:version`;
  const entryKey = (key: string) => `${prefix}/${key}`;
  const version = () => Number(storage.getItem(versionKey) ?? 0);
  return {
    read: (key) => storage.getItem(entryKey(key)),
    write(key, value) {
      if (value === null) storage.removeItem(entryKey(key));
      else storage.setItem(entryKey(key), value);
      storage.setItem(versionKey, String(version() + 1));
    },
    keys: (start) =>
      Object.keys(storage)
        .filter((key) => key.startsWith(entryKey(start)))
        .map((key) => key.slice(entryKey('').length)),
    version,
  };
}
