import type { Rules } from '../policy/rules.ts';
import { Problem } from '../problem.ts';

/**
 * Holds an act to what the vendor's policy asks for: that the admin says why.
 *
 * @throws Problem `reason-required`
 */
export function refuseWithoutReason(act: string, reason: string | undefined, rules: Rules): void {
  if (reason === undefined && rules.reasonNeeded(act)) throw new Problem('reason-required');
}
