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
} as const;
