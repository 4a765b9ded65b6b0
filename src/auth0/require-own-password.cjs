/**
 * An Auth0 Action for the post-login trigger: nobody gets into any application with a password that an administrator
 * has set for him, before he has chosen his own. Paste it into Auth0 as it is: Actions → Library → Build from scratch,
 * trigger "Login / Post Login"; deploy it, and drag it into the Login flow, before Actions that hand anything out.
 *
 * Steward marks the person when it sets a password: `app_metadata.steward_temporary_password = { at, ticket }`.
 * `at` is his `last_password_reset` right after that, or null while it is not known: then no password is his own yet.
 * `ticket` is a link at which he chooses one. Once his password is newer than `at` the mark goes.
 *
 * Whatever is not plain is refused: a mark in another form, a date that cannot be read, a login without a browser.
 */
const mark = 'steward_temporary_password';

const reason = 'Your password was set by an administrator. Choose your own before you sign in.';

/** Logins in which a browser shows pages of ours. */
const withPages = ['oidc-basic-profile', 'oidc-implicit-profile', 'oidc-hybrid-profile', 'samlp', 'wsfed'];

exports.onExecutePostLogin = async (event, api) => {
  const temporary = markOf(event.user);
  if (temporary === undefined || temporary === null) return;
  if (hasChosen(event.user, temporary)) {
    api.user.setAppMetadata(mark, null);
    return;
  }
  if (isWebAddress(temporary.ticket) && showsPages(event.transaction)) {
    api.redirect.sendUserTo(temporary.ticket);
    return;
  }
  api.access.deny(reason);
};

/** Whoever comes back, by whatever way, has chosen or stays out: nobody is let in for having been sent away. */
exports.onContinuePostLogin = async (event, api) => {
  const temporary = markOf(event.user);
  if (temporary === undefined || temporary === null) return;
  if (hasChosen(event.user, temporary)) api.user.setAppMetadata(mark, null);
  else api.access.deny(reason);
};

function markOf(user) {
  return user.app_metadata ? user.app_metadata[mark] : undefined;
}

/** Later, not merely different: a profile that is a little behind does not count. */
function hasChosen(user, temporary) {
  const setAt = typeof temporary.at === 'string' ? Date.parse(temporary.at) : Number.NaN;
  const changedAt = Date.parse(user.last_password_reset);
  // With a date that cannot be read this is false.
  return changedAt > setAt;
}

function isWebAddress(ticket) {
  return typeof ticket === 'string' && /^https?:\/\//.test(ticket);
}

function showsPages(transaction) {
  const { protocol, prompt } = transaction || {};
  return withPages.includes(protocol) && !(Array.isArray(prompt) && prompt.includes('none'));
}
