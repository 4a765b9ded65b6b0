import { Problem } from '../problem.ts';

/** An access token, and how it was shown. */
interface Credentials {
  /** `dpop`: with a proof that the caller holds the key which the token is bound to. */
  scheme: 'bearer' | 'dpop';
  token: string;
}

/**
 * The token of an `Authorization` header.
 *
 * @throws Problem `invalid-token`
 * @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-7.1
 */
export function credentialsIn(authorization: string | null): Credentials {
  const [, scheme, token] = /^(Bearer|DPoP) +([\w.~+/-]+=*)$/i.exec(authorization ?? '') ?? [];
  if (!scheme || !token) throw new Problem('invalid-token');
  return { scheme: scheme.toLowerCase() === 'dpop' ? 'dpop' : 'bearer', token };
}
