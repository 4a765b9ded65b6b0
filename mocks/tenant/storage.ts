/**
 * Where a tenant keeps what has changed since its seed. In Node it is a map; in the demo it is the browser's storage,
 * so that the login page, the silent-authentication frame and the app, each with a tenant of its own, agree.
 * Keys are paths such as `users/auth0|42`; values are JSON.
 */
export interface TenantStorage {
  read(key: string): string | null;
  /** Null forgets the key. */
  write(key: string, value: string | null): void;
  keys(prefix: string): string[];
  /** Grows with every write by anyone; an instance that sees a number it has not seen reads again. */
  version(): number;
}

export function memoryStorage(): TenantStorage {
  const entries = new Map<string, string>();
  let version = 0;
  return {
    read: (key) => entries.get(key) ?? null,
    write(key, value) {
      version += 1;
      if (value === null) entries.delete(key);
      else entries.set(key, value);
    },
    keys: (prefix) => [...entries.keys()].filter((key) => key.startsWith(prefix)),
    version: () => version,
  };
}
