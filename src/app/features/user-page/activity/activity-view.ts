import { useHistoryState } from 'wouter/use-browser-location';
import * as z from 'zod/mini';
import type { ActivityFilter } from '#app/lib/activity-queries.ts';
import { startOfDay } from '#app/lib/time-zone.ts';
import { useUrlState } from '#app/lib/url-state.ts';
import { activityGroup } from '#contract/activity.ts';

/** What of the activity is shown, as it stands in the address; days are those of the admin's time zone. */
const activityView = z.object({
  group: z.optional(activityGroup),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
});
export type ActivityView = z.output<typeof activityView>;

export type ViewChange = { [Name in keyof ActivityView]?: ActivityView[Name] | undefined };

/** The view, and a way to change it that keeps the way back to the list of users. */
export function useActivityView(): [ActivityView, (change: ViewChange) => void] {
  const [view, setView] = useUrlState(activityView);
  const state = useHistoryState<unknown>();
  return [view, (change) => setView(change, { replace: true, state })];
}

export function isReversed({ from, to }: ActivityView): boolean {
  return from !== undefined && to !== undefined && from > to;
}

/** The same in moments: from the first day's beginning to the end of the last. */
export function filterOf({ group, from, to }: ActivityView, zone: string): ActivityFilter {
  return {
    group,
    from: from && startOfDay(from, zone).toISOString(),
    to: to && startOfDay(to, zone, 1).toISOString(),
  };
}
