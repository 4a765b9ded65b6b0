import { use, useMemo } from 'react';
import type { OrganizationId } from '#contract/me.ts';
import type { Route, RouteInput } from '#contract/route.ts';
import { unreadable } from './answer.ts';
import { answerTo, type Transport } from './api-client.ts';
import { TransportContext } from './call-context.ts';

/** A file as the API gave it. */
export interface ApiFile {
  name: string;
  content: Blob;
}

/** Calls a route that answers with a file; it throws what `Call` throws. */
export type FileCall = <R extends Route>(route: R, input: RouteInput<R>) => Promise<ApiFile>;

/** A long log takes its time; someone who sees that it is under way can wait. */
const patienceMs = 600_000;

export function createFileCall(transport: Transport): FileCall {
  return async (route, input) => {
    const response = await answerTo(transport, route, input, patienceMs);
    const named = /filename="([\w.-]+)"/.exec(response.headers.get('Content-Disposition') ?? '');
    try {
      return { name: named?.[1] ?? route.name, content: await response.blob() };
    } catch (cause) {
      // Cut off on the way: half of a file is none.
      throw unreadable(cause);
    }
  };
}

export function useFileCall(organization: OrganizationId): FileCall {
  const transport = use(TransportContext);
  if (!transport) throw new Error('useFileCall needs a TransportProvider above it');
  return useMemo(() => createFileCall({ ...transport, organization }), [transport, organization]);
}
