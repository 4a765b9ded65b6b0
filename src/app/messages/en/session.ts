export const session = {
  again: 'Try again',
  someoneElse: 'Sign in as someone else',
  details: 'What the sign-in service said',
  blockedTitle: 'Your account is blocked',
  blockedAdvice: 'An administrator has blocked it. Ask them to unblock you, or sign in as someone else.',
  deniedTitle: 'You were not signed in',
  deniedAdvice:
    'The sign-in service refused access. You may have cancelled, or your account may not use this.',
  staleTitle: 'This sign-in was not finished',
  staleAdvice: 'It took too long, or it was started in another tab. Nothing is lost: start it again.',
  failedTitle: 'Signing in did not work',
  failedAdvice: 'Try again. If it goes on, tell the people who run the service.',
  endedTitle: 'Your session has ended',
  endedAdvice: 'Sign in again to go on. You will come back to this page.',
  signIn: 'Sign in again',
  unconfirmedTitle: 'It was not confirmed that it is you',
  unconfirmedAdvice:
    'So what you had begun was not done. If a second factor was asked for, you need to have one: set it up in your own account, or ask the people who run the service.',
  goBack: 'Go back',
  /** What has become of what one was about to do when one was sent to sign in. */
  landing: {
    confirmed: 'You have signed in again. What you had begun is not done yet: go on where you were.',
    unconfirmed: 'You have not signed in again, so what you had begun is not done. Go on where you were.',
    lostTitle: 'This was not finished',
    lost: 'You have signed in again, but what you had begun was not kept for so long. It was not done: please begin again.',
    someoneElse:
      'You are now signed in as {label}. What somebody else had begun here was thrown away, and was not done.',
  },
  /** The API wants another sign-in before it does something. */
  confirm: {
    title: 'Confirm that it is you',
    why: 'This needs a sign-in from a moment ago, so that nobody else can do it at your desk.',
    whyFactor: 'This needs a sign-in with a second factor, such as a code from your phone.',
    comeBack: 'You will come back to this page and can go on. Passwords have to be typed again.',
    signIn: 'Sign in again',
    inVain: 'This cannot be done now',
    inVainAdvice:
      'You have just signed in, but the service does not know of it. Please tell the people who run it: their tenant may lack what Steward needs to ask for this.',
  },
} as const;
