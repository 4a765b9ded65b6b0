import type { Messages } from '#app/messages/catalogue.ts';

export type KnownAct = keyof Messages['audit']['act'];

/** Every act that there are words for; the compiler holds the list to the words, a test to the API's routes. */
const known: Record<KnownAct, true> = {
  signIn: true,
  createUser: true,
  resendInvitation: true,
  withdrawInvitation: true,
  editProfile: true,
  changeEmail: true,
  changeUsername: true,
  changePhone: true,
  sendVerificationEmail: true,
  sendPasswordReset: true,
  setPassword: true,
  setUserBlocked: true,
  removeBruteForceBlocks: true,
  removeAuthenticationMethods: true,
  removeAuthenticationMethod: true,
  regenerateRecoveryCode: true,
  forgetBrowsers: true,
  endAccess: true,
  endSession: true,
  endRefreshToken: true,
  removeDeviceCredential: true,
  changeRoles: true,
  linkIdentity: true,
  unlinkIdentity: true,
  leave: true,
  cancelLeave: true,
  exportData: true,
};

// `Object.keys` forgets the names.
export const knownActs = Object.keys(known) as KnownAct[];

export function isKnownAct(name: string): name is KnownAct {
  return Object.hasOwn(known, name);
}
