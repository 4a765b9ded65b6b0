/** The look of a link within text. */
export const textLinkStyle =
  'rounded-sm font-medium text-accent-text underline decoration-line-strong underline-offset-2 hover:decoration-current';
