import type { ActivityEntry } from '#contract/activity.ts';
import { isShared, showsConnection } from '../scope/shared.ts';
import type { Services } from '../services.ts';
import type { Auth0LogEntry, Auth0User } from '../tenant/answers.ts';
import { groupOf } from './event-groups.ts';

/**
 * What an admin sees of an entry in a member's log, or null for one that is not for him: somebody else's, another
 * customer's, or of what was done by the Management API. Descriptions and details never leave: the vendor's code writes
 * into them what it likes.
 */
export function activityView(
  user: Auth0User,
  organization: string,
  { config }: Pick<Services, 'config'>,
): (entry: Auth0LogEntry) => ActivityEntry | null {
  const shows = showsConnection(user, organization, config);
  const shared = isShared(user, config.organizationKey);
  return (entry) => {
    const group = groupOf(entry.type);
    if (group === null || entry.user_id !== user.user_id || !shows(entry.connection)) return null;
    return {
      log_id: entry.log_id,
      date: entry.date,
      type: entry.type,
      group,
      // A person of several organizations also uses what other customers have bought.
      client_name: shared ? undefined : entry.client_name,
      connection: entry.connection,
      ip: entry.ip,
      country: entry.location_info?.country_code,
      city: entry.location_info?.city_name,
      user_agent: entry.user_agent,
    };
  };
}
