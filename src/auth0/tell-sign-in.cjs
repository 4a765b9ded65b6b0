/**
 * An Auth0 Action for the post-login trigger: access tokens tell how and when their person has signed in. Steward needs
 * it where your policy asks for a recent sign-in or a second factor (`stepUp`); without it such acts are refused. Paste
 * it into Auth0 as it is: Actions → Library → Build from scratch, trigger "Login / Post Login"; deploy it, and drag it
 * into the Login flow as the last one. An Action learns of a second factor only when it comes after the one that asked.
 *
 * Claims: `https://steward/auth_time`, seconds since 1970 of the newest sign-in in this session, and
 * `https://steward/amr`, what was shown in it, such as `["pwd", "mfa"]`.
 *
 * Whatever is not plain is not told, and what is not told has not happened: a token that is renewed without a browser
 * tells nothing, so that no renewal makes a sign-in look newer than it was.
 */
exports.onExecutePostLogin = async (event, api) => {
  if (!isInBrowser(event.transaction)) return;
  const methods = methodsOf(event.authentication);
  const signedInAt = newestSignIn(methods);
  if (signedInAt === undefined) return;
  // A second factor of an earlier sign-in says nothing of this one.
  const shown = methods.filter(({ at }) => at >= signedInAt).map(({ name }) => name);
  api.accessToken.setCustomClaim('https://steward/auth_time', Math.floor(signedInAt / 1000));
  api.accessToken.setCustomClaim('https://steward/amr', [...new Set(shown)]);
};

const withBrowser = ['oidc-basic-profile', 'oidc-implicit-profile', 'oidc-hybrid-profile'];

function isInBrowser(transaction) {
  return withBrowser.includes(transaction?.protocol);
}

/** The ways in which a sign-in begins; what an Action of your own has recorded is none. */
const firstFactors = ['pwd', 'federated', 'passkey', 'sms', 'email'];

function newestSignIn(methods) {
  const times = methods.filter(({ name }) => firstFactors.includes(name)).map(({ at }) => at);
  return times.length > 0 ? Math.max(...times) : undefined;
}

/** With times in milliseconds; those whose time cannot be read are left out. */
function methodsOf(authentication) {
  const methods = Array.isArray(authentication?.methods) ? authentication.methods : [];
  return methods
    .map(({ name, timestamp }) => ({ name, at: Date.parse(timestamp) }))
    .filter(({ name, at }) => typeof name === 'string' && Number.isFinite(at));
}
