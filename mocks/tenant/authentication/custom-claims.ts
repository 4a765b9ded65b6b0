/** What Auth0 drops without a word, whatever an Action asks for. */
const reserved = new Set(
  (
    'acr act active amr aio appid at_hash ath attest aud auth_time authorization_details azp c_hash client_id cnf cty ' +
    'dest entitlements events exp groups gty htm htu iat internalService iss jcard jku jti jwe jwk kid may_act mky nbf ' +
    'nonce object_id org_id org_name orig origid permissions roles rph s_hash sag scope sid sip_callid sip_cseq_num ' +
    'sip_date sip_from_tag sip_via_branch sub sub_jwk toe txn typ uuid vot vtm x5t#S256'
  ).split(' '),
);

/**
 * The claims that may go into a token, of those that Actions have asked for.
 *
 * @param options.plain - false for tokens of Auth0's own APIs, which take names in the form of an address only.
 * @see https://auth0.com/docs/secure/tokens/json-web-tokens/create-custom-claims
 */
export function customClaims(
  asked: Record<string, unknown> = {},
  { plain = true }: { plain?: boolean } = {},
): Record<string, unknown> {
  const allowed = Object.entries(asked).filter(([name]) => {
    if (/^https?:\/\//.test(name)) return !isAuth0s(name);
    return plain && !reserved.has(name);
  });
  return Object.fromEntries(allowed);
}

function isAuth0s(name: string): boolean {
  return /(^|\.)auth0\.com$/.test(URL.parse(name)?.hostname ?? '');
}
