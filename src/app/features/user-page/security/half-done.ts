/** In the place of an item, where a sign-in interrupted the second of two acts, and the first is done. */
export const halfDone = 'half-done';
