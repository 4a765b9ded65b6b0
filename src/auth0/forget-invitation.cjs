/**
 * An Auth0 Action for the post-login trigger: whom an administrator has added is nobody in Steward's lists until he signs
 * in for the first time; this takes the marks from him, so that from then on he is a member like others. Paste it into
 * Auth0 as it is: Actions → Library → Build from scratch, trigger "Login / Post Login"; deploy it, and drag it into the
 * Login flow, after `require-own-password`: who is refused there has not come yet.
 *
 * Without it Steward takes the marks itself, but not before someone looks at the invitations.
 */
const marks = ['steward_invited', 'steward_invited_at'];

exports.onExecutePostLogin = async (event, api) => {
  const metadata = event.user.app_metadata || {};
  for (const mark of marks) {
    if (metadata[mark] !== undefined && metadata[mark] !== null) api.user.setAppMetadata(mark, null);
  }
};
