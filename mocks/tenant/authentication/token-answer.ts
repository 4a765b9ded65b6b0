import type { Client, UserRecord } from '../model.ts';
import { accessTokenFor, type TokenOrigin } from './access-token.ts';
import { type Authority, apiOf, type Grant } from './authority.ts';
import { idTokenFor } from './id-token.ts';

/** What the token endpoint answers. */
export interface TokenAnswer {
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  scope?: string;
  expires_in: number;
  token_type: 'Bearer' | 'DPoP';
}

/** Access token and, with `openid`, ID token for what a person has granted; `refreshToken` rides along. */
export async function answerFor(
  authority: Authority,
  grant: Grant,
  user: UserRecord,
  { origin, refreshToken }: { origin: TokenOrigin; refreshToken?: string },
): Promise<TokenAnswer> {
  const access = await accessTokenFor(authority, grant, user, origin);
  const openId = grant.scope.includes('openid');
  const scope = access.scope.filter((name) => name !== 'offline_access' || refreshToken !== undefined);
  return {
    access_token: access.token,
    id_token: openId ? await idTokenFor(authority, grant, user.profile) : undefined,
    refresh_token: refreshToken,
    scope: scope.join(' ') || undefined,
    expires_in: access.life,
    token_type: grant.jkt === undefined ? 'Bearer' : 'DPoP',
  };
}

/** A first refresh token, when the app has asked for one and both it and the API may have one. */
export function firstRefreshToken(
  authority: Authority,
  grant: Grant,
  client: Client,
  request: Request,
): string | undefined {
  const api = grant.audience === undefined ? undefined : apiOf(authority, grant.audience);
  const allowed = client.grant_types.includes('refresh_token') && (api?.allow_offline_access ?? true);
  if (!grant.scope.includes('offline_access') || !allowed) return undefined;
  return authority.refreshTokens.issue(grant, request, rotates(client));
}

export function rotates({ refresh_token }: Client): boolean {
  return refresh_token?.rotation_type === 'rotating';
}
