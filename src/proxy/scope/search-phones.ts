/** People write a number in groups, `+49 (170) 123-45`; Auth0 keeps it as `+4917012345`. */
export const phoneForm = /\+\d[\d\s().-]*\d(?=[\s),;]|$)/;

export function phoneNumber(text: string): string {
  return text.replace(/[\s().-]/g, '');
}

/** Whether this may be a telephone number, or a piece of one. */
export function isPhoneLike(text: string): boolean {
  return /^\+?[\d\s().-]*\d[\d\s().-]*$/.test(text);
}
