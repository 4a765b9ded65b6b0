/** Epoch milliseconds of the sign-in that the API had asked for, and with which this page began. */
let confirmedAt: number | null = null;

/** The admin is back from such a sign-in, and nobody else is. */
export function noteConfirmation(): void {
  confirmedAt = Date.now();
}

export function confirmationTime(): number | null {
  return confirmedAt;
}

/** One time that the app was opened, by one person. */
export interface Visit {
  readonly viewer: string;
}

let visit: Visit = { viewer: '' };

/** @param viewer - the id of who has signed in. */
export function beginVisit(viewer: string): void {
  visit = { viewer };
}

export function thisVisit(): Visit {
  return visit;
}
