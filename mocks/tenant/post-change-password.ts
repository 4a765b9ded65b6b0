import { commonEvent } from './action-event.ts';
import type { UserRecord } from './model.ts';
import type { Store } from './store.ts';
import { connectionFacts } from './user-log.ts';

/**
 * Runs the Actions for a password that has been changed, by whomever. One that fails is logged and changes nothing.
 *
 * @see https://auth0.com/docs/customize/actions/explore-triggers/password-reset-triggers/post-change-password-trigger
 */
export async function runPostChangePassword(store: Store, raw: Request, record: UserRecord): Promise<void> {
  for (const action of store.actions) {
    try {
      await action.onExecutePostChangePassword?.(structuredClone(commonEvent(store, raw, record)), {});
    } catch (error) {
      store.addLog({
        type: 'fcph',
        description: error instanceof Error ? error.message : String(error),
        ...connectionFacts(store, record.profile.identities[0]?.connection),
        user_id: record.profile.user_id,
        user_name: record.profile.email ?? record.profile.username ?? '',
      });
    }
  }
}
