import { badRequest } from './errors.ts';
import type { TenantUser } from './model.ts';

/** Bytes of JSON that a whole profile may have, metadata included. */
const largestProfile = 10 * 1024;

function isTooLarge(profile: TenantUser): boolean {
  return new TextEncoder().encode(JSON.stringify(profile)).length > largestProfile;
}

/**
 * Auth0 documents the limit of 10 KB, but neither the status nor the words of the refusal: both are guesses here.
 *
 * @param before - the profile as it was; one that was too large already may stay so.
 * @returns true when the profile is too large and tolerated.
 * @throws ManagementError 400
 * @see https://auth0.com/docs/manage-users/user-accounts/metadata/metadata-fields-data
 */
export function checkProfileSize(profile: TenantUser, before?: TenantUser): boolean {
  if (!isTooLarge(profile)) return false;
  if (before && isTooLarge(before)) return true;
  throw badRequest('The user profile is larger than the maximum of 10 KB.');
}
