/** Under which this tab keeps what was interrupted. */
export const interruptedActKey = 'steward:interrupted-act';

/** Whether a visit begins with something to go on with, or to say that it cannot be gone on with. */
export function isSomethingKept(): boolean {
  try {
    return sessionStorage.getItem(interruptedActKey) !== null;
  } catch {
    return false;
  }
}
