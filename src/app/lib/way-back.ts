import { useHistoryState } from 'wouter/use-browser-location';
import * as z from 'zod/mini';

const wayBack = z.object({ list: z.string() });

/**
 * History state for a link from a list to one of its entries: the list's query string, so that the way back leads
 * to the same search, filters and page. It stays out of the entry's own address, which people share.
 */
export function wayBackTo(search: string): z.output<typeof wayBack> {
  return { list: search };
}

/** The path of the list that this screen was opened from, as it was then; the plain list when opened by itself. */
export function useWayBack(listPath: string): string {
  const parsed = wayBack.safeParse(useHistoryState());
  return parsed.success && parsed.data.list ? `${listPath}?${parsed.data.list}` : listPath;
}
