import { createContext, use } from 'react';
import type { StepUpDemand } from '#contract/step-up.ts';
import type { ActDecision } from '#contract/user-act.ts';

const OfferedActs = createContext<Readonly<Record<string, ActDecision>>>({});
/** What the API has said of the acts of a screen, by their names. */
export const OfferedActsProvider = OfferedActs.Provider;

/** How the admin will be asked to sign in before an act, or several that are done in one; null when he will not. */
export function useSignInDemand(act: string | readonly string[]): StepUpDemand | null {
  const acts = use(OfferedActs);
  const demands = [act].flat().flatMap((name) => {
    const decision = acts[name];
    return decision?.allowed && decision.signInAgain ? [decision.signInAgain] : [];
  });
  if (demands.length === 0) return null;
  const ages = demands.flatMap(({ max_age }) => max_age ?? []);
  return {
    max_age: ages.length > 0 ? Math.min(...ages) : undefined,
    acr_values: demands.find(({ acr_values }) => acr_values !== undefined)?.acr_values,
  };
}
