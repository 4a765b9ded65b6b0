import type { Management } from 'auth0';
import { z } from 'zod';
import type { Fields } from './answers.ts';

/** What the vendor has not set, or set to something odd, counts as not set: Auth0 has the last word on all of it. */
const flag = z.boolean().optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const words = z.array(z.string()).default([]).catch([]);

function part<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

const attribute = part({
  identifier: part({ active: flag }),
  /** Of a username. */
  validation: part({ min_length: count, max_length: count }),
  signup: part({ status: z.enum(['required', 'optional', 'inactive']).optional().catch(undefined) }),
  unique: flag,
});
const switched = part({ enable: flag, size: count, dictionary: words });
const active = part({ active: flag, size: count, custom: words });

/**
 * The options that say what an account is made of.
 *
 * @see https://auth0.com/docs/authenticate/identity-providers/retrieve-connection-options
 */
const options = z
  .object({
    requires_username: flag,
    validation: part({ username: part({ min: count, max: count }) }),
    attributes: part({ email: attribute, username: attribute, phone_number: attribute }),
    enabledDatabaseCustomization: flag,
    import_mode: flag,
    set_user_root_attributes: text,
    passwordPolicy: text,
    password_complexity_options: part({ min_length: count }),
    password_history: switched,
    password_dictionary: switched,
    password_no_personal_info: switched,
    /** The newer form. It wins. */
    password_options: part({
      complexity: part({
        min_length: count,
        character_types: words,
        character_type_rule: text,
        identical_characters: text,
        sequential_characters: text,
      }),
      history: active,
      dictionary: active,
      profile_data: active,
    }),
  })
  // Without `read:connections_options` they are not there.
  .default({})
  .catch({});

export const connections = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    display_name: text,
    strategy: z.string(),
    options,
    /** Gone from newer answers; where it is, it saves a call. */
    enabled_clients: z.array(z.string()).optional().catch(undefined),
  } satisfies Fields<Management.ConnectionForList & { enabled_clients: string[] }>),
);
type ListedConnection = z.infer<typeof connections>[number];

/** One page of those that may use a connection. */
export const connectionClients = z.object({ clients: z.array(z.object({ client_id: z.string() })) });

export interface Auth0Connection extends Omit<ListedConnection, 'enabled_clients'> {
  /** False when no application may use it: nobody can sign in by it. Asked where Auth0 keeps the accounts. */
  enabled: boolean;
}
export type Auth0ConnectionOptions = ListedConnection['options'];
