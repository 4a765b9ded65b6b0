/** Blocking, unblocking, and what goes with it. */
export const block = {
  block: 'Block',
  unblock: 'Unblock',
  blockQuestion: 'Block {name}?',
  blockConsequence: 'They cannot sign in until someone unblocks them.',
  alsoEnd: 'Also end open sessions and the access of applications',
  alsoEndConsequence:
    'They are signed out within moments. Applications that are already open may keep working until they ask again who this is: often for some hours, at most for as long as the people who run the service allow.',
  notEnded:
    'Sign-ins that are already open may last until they expire, and applications keep their access until then.',
  unblockQuestion: 'Unblock {name}?',
  unblockConsequence: 'They can sign in again, in all the ways they could before.',
  alsoEndPause: 'Also end the pause after failed sign-ins',
  pauseStays:
    'Sign-in is also paused after too many failed attempts. Unblocking alone does not end that pause.',
  nowBlocked: '{name} is blocked',
  nowBlockedAndEnded: '{name} is blocked, and their sessions end within moments',
  nowUnblocked: '{name} is no longer blocked',
  nowFree: '{name} is no longer blocked, and the pause has ended',
  partTitle: { block: '{name} is blocked, but', unblock: '{name} is unblocked, but' },
  unentitled:
    'the plan of this service cannot end sessions. Sign-ins that are already open may last until they expire.',
  endFailed: 'the open sessions and the access of applications could not be ended.',
  pauseFailed: 'the pause after failed sign-ins could not be ended.',
  tryAgain: 'Try again',
  close: 'Close',
} as const;
