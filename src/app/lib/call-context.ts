import { createContext, use } from 'react';
import type { Call } from './api-client.ts';

const CallContext = createContext<Call | null>(null);
export const CallProvider = CallContext.Provider;

/** `call` for the API, bound to the organization of the screen. */
export function useCall(): Call {
  const call = use(CallContext);
  if (!call) throw new Error('useCall needs a CallProvider above it');
  return call;
}
