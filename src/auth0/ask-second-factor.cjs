/**
 * An Auth0 Action for the post-login trigger: asks for a second factor when Steward wants one, that is, when your policy
 * says `mfa` in `stepUp`. Nobody else is asked. Paste it into Auth0 as it is: Actions → Library → Build from scratch,
 * trigger "Login / Post Login"; deploy it, and drag it into the Login flow right before tell-sign-in. The factors must be
 * on under Security → Multi-factor Auth.
 *
 * Somebody who has none is refused, and not led to set one up: a stolen password would be enough for that.
 *
 * @see https://auth0.com/docs/secure/multi-factor-authentication/step-up-authentication
 */
const multiFactor = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';

const reason = 'This needs a second factor, and you have set up none.';

exports.onExecutePostLogin = async (event, api) => {
  if (!isAskedFor(event.transaction) || isShown(event.authentication)) return;
  const factors = factorsOf(event.user);
  if (factors.length === 0) api.access.deny(reason);
  else api.authentication.challengeWithAny(factors);
};

function isAskedFor(transaction) {
  const asked = transaction?.acr_values;
  return Array.isArray(asked) && asked.includes(multiFactor);
}

/** In the newest sign-in: one from before it is not enough. */
function isShown(authentication) {
  const methods = Array.isArray(authentication?.methods) ? authentication.methods : [];
  const timesOf = (wanted) =>
    methods.filter(({ name }) => (name === 'mfa') === wanted).map(({ timestamp }) => Date.parse(timestamp));
  // With a date that cannot be read this is false.
  return timesOf(true).some((at) => timesOf(false).every((other) => at >= other));
}

/** A recovery code alone is no factor, but a way out for whoever has lost his. */
function factorsOf({ enrolledFactors }) {
  const factors = Array.isArray(enrolledFactors) ? enrolledFactors : [];
  if (factors.every(({ type }) => type === 'recovery-code')) return [];
  return factors.map(({ type }) => ({ type }));
}
