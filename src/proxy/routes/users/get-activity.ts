import { getActivity } from '#contract/activity.ts';
import { activityView } from '../../activity/activity-view.ts';
import { type ActivityPlace, activityPlace, readActivity } from '../../activity/read-activity.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberOf } from './member.ts';

/** A filter that fits few entries reads on, but not for ever: a short page has a next one. */
const bounds = { entries: 50, reads: 4 };

/** What a member did, and what was done to him, the newest first. */
export function bindGetActivity(services: Services): Binding {
  const { gateway, cursors } = services;
  return bind(getActivity, async ({ admin, organization, scope, params, query, caller }) => {
    const { cursor, ...filter } = query;
    const context = JSON.stringify(['activity', organization, admin.profile.user_id, params.userId, filter]);
    const user = await memberOf(scope, params.userId, services, caller);
    const place = cursor === undefined ? { page: 0 } : await placeIn(cursor, context);
    const found = await readActivity(
      (page) => gateway.logPage(user.user_id, page, caller),
      activityView(user, organization, services),
      { filter, place, bounds },
    );
    const next = found.next && (await cursors.seal(found.next, context));
    return { ...found, next };
  });

  async function placeIn(cursor: string, context: string): Promise<ActivityPlace> {
    const opened = activityPlace.safeParse(await cursors.open(cursor, context));
    if (opened.success) return opened.data;
    throw new Problem('invalid-cursor', { detail: 'Start again from the newest entries.' });
  }
}
