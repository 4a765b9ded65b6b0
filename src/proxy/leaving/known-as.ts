import type { Auth0User } from '../tenant/answers.ts';

/** What a person is known by on his page: what an admin types to delete him, letter by letter. */
export function knownAs(user: Auth0User): string {
  return user.email ?? user.username ?? user.phone_number ?? user.name ?? user.user_id;
}
