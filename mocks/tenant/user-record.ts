import { noUser } from './errors.ts';
import type { UserRecord } from './model.ts';
import type { Store } from './store.ts';

/**
 * The caller's own copy.
 *
 * @throws ManagementError 404 `inexistent_user`
 */
export function recordOf(store: Store, id: string): UserRecord {
  const record = store.user(id);
  if (!record) throw noUser();
  return record;
}
