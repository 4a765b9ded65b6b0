/** What forms and dialogs say, whatever they are about. */
export const forms = {
  issue: {
    required: 'Fill this in.',
    tooShort: 'Use at least {limit, plural, one {# character} other {# characters}}.',
    tooLong: 'Use at most {limit, plural, one {# character} other {# characters}}.',
    tooSmall: 'Use {limit, number} or more.',
    tooBig: 'Use {limit, number} or less.',
    email: 'This is not a complete email address.',
    number: 'Write a number.',
    phone: 'Write a phone number, such as +49 30 123456.',
    link: 'Write a web address that begins with https://.',
    other: 'This cannot be used.',
  },
  optionalLabel: '{label} (optional)',
  discard: {
    question: 'Throw away what you have entered?',
    advice: 'Nothing of it has been saved.',
    keep: 'Keep editing',
    confirm: 'Throw away',
  },
  reason: {
    label: 'Why?',
    hint: 'It goes on record with what you do.',
    missing: 'Say why you do this.',
  },
  /** The API asks for another sign-in before this is done. */
  signIn: {
    first: 'You will be asked to sign in again first.',
    firstWithFactor: 'You will be asked to sign in again first, with a second factor.',
    now: 'Sign in now',
    passwordAgain: 'Passwords are not kept while you sign in: enter it again.',
  },
  /** What is shown once. */
  secret: {
    print: 'Print',
    done: 'Done',
    sure: 'Have you noted it? It cannot be shown again.',
    stay: 'Show it again',
    close: 'Yes, close',
  },
  password: {
    generate: 'Make one up',
    demands: 'The password needs',
    met: 'Done:',
    unmet: 'Still missing:',
    length: '{count, plural, one {# character} other {# characters}} or more',
    kinds: 'characters of each kind: {kinds}',
    someKinds: '{needed, number} of these kinds of character: {kinds}',
    kind: {
      lower: 'lower-case letters (a–z)',
      upper: 'upper-case letters (A–Z)',
      digit: 'digits (0–9)',
      special: 'special characters (!@#$%^&*)',
    },
    repeats: 'no three identical characters in a row',
    sequences: 'no sequences such as abc or 321',
    personal: 'no part of the name, username or email',
    dictionary: 'It must not be a common password; this is checked when you save.',
    history: 'It must not be one that was used before; this is checked when you save.',
  },
  /** Why an act did not work, and what to do now, in one text. */
  failure: {
    'own-account': 'This is your own account. Another administrator can do this.',
    outranked:
      'This person has rights that you do not have. Only an administrator with the same rights can do this.',
    'shared-user':
      'This person does not belong to your organization alone, so you cannot do this. Ask the people who run the service.',
    'last-administrator':
      'This person is the last one who can look after your organization. Make someone else an administrator first.',
    'user-not-found': 'This user no longer exists here. Close this and go back to all users.',
    'permission-missing': 'You do not have permission for this. Ask an administrator who has.',
    'policy-refused': 'The people who run the service do not allow this.',
    'not-possible': 'This cannot be done for this account, because of how this person signs in.',
    'weak-password': 'This password is too weak. Choose a longer one, or one that is harder to guess.',
    'identifier-taken': 'This cannot be used. Choose another one.',
    'step-up-required': 'Nothing was changed: you have to sign in again for this.',
    'reason-required': 'Say why you do this. It goes on record with what you do.',
    'changed-meanwhile':
      'Someone else has changed this meanwhile, so nothing was changed. Close this, look at what it is now, and decide again.',
    'role-refused': 'You cannot give or take this role.',
    'confirmation-wrong':
      'This is not what was asked for, so nothing was changed. Type it exactly as it is shown.',
    'item-not-found': 'This is no longer there: someone may have removed it before you.',
    offline:
      'You are offline, so it is not known whether this was done. Check your connection and try again.',
    unreachable:
      'No answer came, so it is not known whether this was done. Try again in a moment, or see on the page whether it was.',
    unreadable:
      'The answer could not be read, so it is not known whether this was done. Try again in a moment, or see on the page whether it was.',
    'auth0-unavailable':
      'The sign-in service does not answer, so it is not known whether this was done. Try again in a moment.',
    'internal-error':
      'Something went wrong on our side, so it is not known whether this was done. Try again. If it goes on, tell the people who run the service.',
    'audit-unavailable':
      'Nothing was changed: the change could not be recorded, so it was not made. Try again in a moment.',
    'too-many-requests': 'That was too much at once, so nothing was changed. Try again in a moment.',
    busy: 'There is a lot going on right now, so nothing was changed. Try again in a moment.',
    busyFor:
      'There is a lot going on right now, so nothing was changed. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  },
} as const;
