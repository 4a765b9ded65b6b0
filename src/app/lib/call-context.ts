import { createContext, use, useMemo } from 'react';
import type { OrganizationId } from '#contract/me.ts';
import { type Call, createCall, type Transport } from './api-client.ts';

const CallContext = createContext<Call | null>(null);
export const CallProvider = CallContext.Provider;

/** `call` for the API, bound to the organization of the screen. */
export function useCall(): Call {
  const call = use(CallContext);
  if (!call) throw new Error('useCall needs a CallProvider above it');
  return call;
}

export const TransportContext = createContext<Transport | null>(null);
export const TransportProvider = TransportContext.Provider;

/** `call` for one organization; without one the API takes the only one there is. */
export function useCallFor(organization?: OrganizationId): Call {
  const transport = use(TransportContext);
  if (!transport) throw new Error('useCallFor needs a TransportProvider above it');
  return useMemo(() => createCall({ ...transport, organization }), [transport, organization]);
}
