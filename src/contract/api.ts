import { getActivity } from './activity.ts';
import { exportAudit, listAudit } from './audit.ts';
import {
  createUser,
  getCreationOptions,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
} from './create-user.ts';
import { linkIdentity, previewLink, unlinkIdentity } from './identities.ts';
import { cancelLeave, exportData, leave } from './leave.ts';
import {
  changeEmail,
  changePhone,
  changeUsername,
  editProfile,
  sendVerificationEmail,
} from './profile-edit.ts';
import { changeRoles, listRoles } from './roles.ts';
import type { Route } from './route.ts';
import { getMe, listUsers } from './routes.ts';
import {
  endAccess,
  endRefreshToken,
  endSession,
  forgetBrowsers,
  getAccess,
  regenerateRecoveryCode,
  removeAuthenticationMethod,
  removeAuthenticationMethods,
  removeBruteForceBlocks,
  removeDeviceCredential,
  sendPasswordReset,
  setPassword,
} from './security.ts';
import { getUser, setUserBlocked } from './user-routes.ts';

/**
 * Every route of the API: the proxy binds them all, the OpenAPI document lists them, attacks walk them. The browser
 * does not import this: each screen loads the routes that it needs.
 */
export const routes: readonly Route[] = [
  getMe,
  listUsers,
  getUser,
  setUserBlocked,
  leave,
  cancelLeave,
  exportData,
  previewLink,
  linkIdentity,
  unlinkIdentity,
  getActivity,
  listRoles,
  changeRoles,
  getAccess,
  endAccess,
  endSession,
  endRefreshToken,
  removeDeviceCredential,
  removeBruteForceBlocks,
  removeAuthenticationMethods,
  removeAuthenticationMethod,
  regenerateRecoveryCode,
  forgetBrowsers,
  editProfile,
  changeEmail,
  changeUsername,
  changePhone,
  sendVerificationEmail,
  sendPasswordReset,
  setPassword,
  getCreationOptions,
  createUser,
  listInvitations,
  resendInvitation,
  withdrawInvitation,
  listAudit,
  exportAudit,
];
