/**
 * Where to go after sign-in: back to the screen it was asked from, if that is a page of this app, else to its start.
 * The browser refuses to show an address of another website in place of this one, and sign-in would end there.
 *
 * @param base - folder of the app's page, with its origin.
 */
export function returnAddress(wanted: string | undefined, base: string): string {
  if (wanted === undefined || !URL.canParse(wanted, base)) return base;
  const { href } = new URL(wanted, base);
  return href.startsWith(base) ? href : base;
}
