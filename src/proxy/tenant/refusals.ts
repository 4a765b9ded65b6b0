/** Why Auth0 would not, where it tells by its words alone: most of its 400s have no `errorCode`. Our own names. */
export type Refusal =
  | 'identifier_taken'
  | 'weak_password'
  | 'no_email'
  | 'kind_of_account'
  | 'disabled_connection'
  | 'search_timeout';

const refusals: readonly { status: number; message: RegExp; refusal: Refusal }[] = [
  { status: 409, message: /^The user already exists/, refusal: 'identifier_taken' },
  { status: 400, message: /^The specified new \w+ already exists/, refusal: 'identifier_taken' },
  { status: 400, message: /^The \w+ provided is in use already/, refusal: 'identifier_taken' },
  { status: 400, message: /^Password\w*Error\b/, refusal: 'weak_password' },
  { status: 400, message: /^The user does not have an email address/, refusal: 'no_email' },
  { status: 400, message: /^Connection is disabled/, refusal: 'disabled_connection' },
  { status: 400, message: /users in a disabled connection/, refusal: 'disabled_connection' },
  { status: 400, message: /^Cannot (update|set) \w+ for /, refusal: 'kind_of_account' },
  { status: 400, message: /^Email verification is not supported/, refusal: 'kind_of_account' },
  { status: 400, message: /user attributes cannot be updated/, refusal: 'kind_of_account' },
  {
    status: 400,
    message: /main connection does not support this operation/,
    refusal: 'kind_of_account',
  },
  { status: 400, message: /^Connection does not support user creation/, refusal: 'kind_of_account' },
  // Over 2 s. Asked again it takes as long again.
  { status: 503, message: /^The query exceeded the timeout/, refusal: 'search_timeout' },
];

/**
 * What a refusal means, or undefined where its words are not known. The words themselves go no further: they may hold
 * what was sent.
 *
 * @see https://auth0.com/docs/api/management/v2
 */
export function refusalOf(status: number, message: string): Refusal | undefined {
  return refusals.find((known) => known.status === status && known.message.test(message))?.refusal;
}
