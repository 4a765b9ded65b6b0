import * as z from 'zod/mini';

export const characterKind = z.enum(['lower', 'upper', 'digit', 'special']);
export type CharacterKind = z.infer<typeof characterKind>;

/**
 * What a database connection asks of a password, whichever of Auth0's two forms the vendor wrote it in.
 *
 * @see https://auth0.com/docs/authenticate/database-connections/password-options
 */
export const passwordRules = z.object({
  /** In UTF-16 code units. */
  min_length: z.number(),
  /** So many of these must be in it: of all four Auth0's usual policies ask for three. */
  kinds: z.array(characterKind),
  kinds_needed: z.number(),
  /** No more than two identical characters in a row. */
  no_repeats: z.boolean(),
  /** Neither `abc` nor `321`. */
  no_sequences: z.boolean(),
  no_personal_info: z.boolean(),
  /** Not one of the common passwords, nor of the vendor's own list: only Auth0 can tell. */
  dictionary: z.boolean(),
  /** How many old passwords may not be used again, 0 for any: only Auth0 can tell. */
  history: z.number(),
});
export type PasswordRules = z.infer<typeof passwordRules>;
