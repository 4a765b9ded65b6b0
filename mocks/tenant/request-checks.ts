import type { ManagementCaller } from './authentication/management-token.ts';
import type { Endpoint } from './endpoint.ts';
import { ManagementError } from './errors.ts';
import type { Faults } from './faults.ts';
import { checkBody } from './payload.ts';

/**
 * The code is Auth0's; its words are not documented.
 *
 * @throws ManagementError 403 `insufficient_entitlement`
 */
export function checkEntitlement({ entitlement }: Endpoint, { unentitled }: Faults): void {
  if (entitlement && unentitled.includes(entitlement))
    throw new ManagementError(
      403,
      'This feature is not part of the subscription of this tenant.',
      'insufficient_entitlement',
    );
}

const largestBody = 1_048_576;

/** @throws ManagementError 400 `invalid_uri` */
export function checkUserId({ userId }: Endpoint, param: (name: string) => string): void {
  if (userId && !/^[^|]+\|.+$/s.test(param(userId)))
    throw new ManagementError(
      400,
      `Path validation error: 'Object didn't pass validation for format user-id: ${param(userId)}' on property ${userId} (ID of the user).`,
      'invalid_uri',
    );
}

/** @throws ManagementError 400, 413, 415 */
export async function readBody(endpoint: Endpoint, request: Request): Promise<unknown> {
  if (!endpoint.body) return undefined;
  const text = await request.text();
  if (new TextEncoder().encode(text).length > largestBody)
    throw new ManagementError(413, `Payload content length greater than maximum allowed: ${largestBody}`);
  if (text !== '' && !/^application\/json\b/i.test(request.headers.get('Content-Type') ?? ''))
    throw new ManagementError(415, 'Unsupported Media Type');
  const body = parse(text);
  checkBody(endpoint.body, body);
  return body;
}

function parse(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    throw new ManagementError(400, 'Invalid request payload JSON format');
  }
}

/** Scopes of a person's own token; they reach no other user. */
const ownScope = /:current_user/;

/**
 * @throws ManagementError 403 `insufficient_scope`, and 403 for another user's token
 */
export function checkScopes(
  endpoint: Endpoint,
  caller: ManagementCaller,
  param: (name: string) => string,
  body: unknown,
): void {
  const held = endpoint.scopes.filter((set) => set.every((scope) => caller.scopes.includes(scope)));
  const sufficient = held.filter((set) => coversBody(set, body));
  if (sufficient.length === 0)
    throw new ManagementError(
      403,
      `Insufficient scope, expected any of: ${[...new Set(endpoint.scopes.flat())].join(',')}`,
      'insufficient_scope',
    );
  const own = sufficient.every((set) => set.every((scope) => ownScope.test(scope)));
  if (own && caller.subject !== param(endpoint.userId ?? ''))
    throw new ManagementError(403, 'User to be acted on does not match subject in bearer token.');
}

/** Some scopes allow one property of the body only. */
function coversBody(set: string[], body: unknown): boolean {
  const partial = set.map((scope) => partialScopes[scope]).find((name) => name !== undefined);
  return partial === undefined || Object.keys(body ?? {}).every((name) => name === partial);
}

const partialScopes: Record<string, string> = {
  'update:users_app_metadata': 'app_metadata',
  'update:current_user_metadata': 'user_metadata',
};
