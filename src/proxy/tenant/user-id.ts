/** Looks like the ids that Auth0 makes, so that it searches for it, and is none: their first half is a date. */
const nowhere = 'auth0|000000000000000000000000';

const longest = 300;

/**
 * The id to ask Auth0 for. What cannot be a user's id becomes a well-formed one that nobody has, so that asking for it
 * costs, takes and answers what asking for a missing user does.
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/identify-users
 */
export function askableId(id: string): string {
  return isUserId(id) ? id : nowhere;
}

/** Whether the text could be a `user_id`: `provider|id`, short, printable, and no path in disguise. */
export function isUserId(id: string): boolean {
  return (
    id.length <= longest &&
    id.isWellFormed() &&
    /^[\w-]+\|[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u.test(id) &&
    !id.split(/[/\\|]/).some((part) => part === '.' || part === '..')
  );
}

/** One path segment that stands for the id. */
export function idSegment(id: string): string {
  return encodeURIComponent(askableId(id));
}
