import { errors } from 'jose';
import type { Authority } from './authority.ts';
import { profileClaims } from './id-token.ts';
import { bearerOf } from './management-token.ts';
import { OAuthError } from './refusals.ts';

/** Whose token it is, and what it lets one know of him. */
interface Bearer {
  userId: string;
  scope: string[];
}

/** `GET /userinfo` @see https://auth0.com/docs/api/authentication/user-profile/get-user-info */
export async function userInfo(authority: Authority, request: Request): Promise<Response> {
  const token = bearerOf(request);
  const bearer = token === null ? null : (opaque(authority, token) ?? (await signed(authority, token)));
  const user = bearer && authority.store.user(bearer.userId);
  if (!bearer || !user) throw new OAuthError(401, 'invalid_token', 'Unauthorized');
  return Response.json(profileClaims(user.profile, bearer.scope), {
    headers: { 'Cache-Control': 'no-store' },
  });
}

function opaque({ opaqueTokens }: Authority, token: string): Bearer | null {
  const grant = opaqueTokens.get(token);
  return grant?.scope.includes('openid') ? grant : null;
}

/** A token for an API serves here too, when `openid` was asked for: then this address is in its audience. */
async function signed({ keys, store, url }: Authority, token: string): Promise<Bearer | null> {
  try {
    const { sub, scope } = await keys.verify(token, {
      issuer: `${url}/`,
      audience: `${url}/userinfo`,
      currentDate: new Date(store.now()),
    });
    return sub === undefined ? null : { userId: sub, scope: String(scope ?? '').split(' ') };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}
