/** How to search; comes when it is asked for. */
export const searchHelp = {
  title: 'How to search',
  intro: 'Type a name, an email address or a part of one. Try an example:',
  part: 'whoever has this in a name, an email or a username',
  phrase: 'these words, in this order',
  start: 'email addresses that begin like this',
  end: 'email addresses that end like this',
  status: 'active, blocked, unverified or never-signed-in',
  connection: 'by the way people sign in',
  field: '{label} is exactly this',
  since: 'last seen since that day; * leaves an end open',
  number: 'more than ten sign-ins',
  or: 'one or the other; AND for both',
  not: 'brackets group, NOT leaves people out',
  exampleValue: 'Sales',
  fields: 'You can search in:',
  shortcut: 'Press <key></key> anywhere on this page to get to the search box.',
} as const;
