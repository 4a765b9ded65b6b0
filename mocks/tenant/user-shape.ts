import { emailFormat, type Shape } from './payload.ts';

const text = (description: string, maxLength: number): Shape => ({
  type: 'string',
  nullable: true,
  minLength: 1,
  maxLength,
  description,
});

/** What POST and PATCH share. */
export const commonUserProperties: Record<string, Shape> = {
  app_metadata: { type: 'object', description: 'User metadata to which this user has read-only access.' },
  user_metadata: { type: 'object', description: 'User metadata to which this user has read/write access.' },
  blocked: {
    type: 'boolean',
    description: 'Whether this user was blocked by an administrator (true) or not (false).',
  },
  email: { type: 'string', nullable: true, format: emailFormat, description: "The user's email." },
  email_verified: {
    type: 'boolean',
    description: 'Whether this email address is verified (true) or unverified (false).',
  },
  verify_email: { type: 'boolean', description: 'Whether the user will receive a verification email.' },
  phone_number: {
    type: 'string',
    nullable: true,
    pattern: /^\+[0-9]{1,15}$/,
    description: "The user's phone number (following the E.164 recommendation).",
  },
  phone_verified: { type: 'boolean', description: 'Whether this phone number has been verified.' },
  username: text("The user's username. Only valid if the connection requires a username.", 128),
  password: { type: 'string', nullable: true, minLength: 1, description: "The user's password." },
  given_name: text("The user's given name(s).", 150),
  family_name: text("The user's family name(s).", 150),
  name: text("The user's full name.", 300),
  nickname: text("The user's nickname.", 300),
  picture: {
    type: 'string',
    nullable: true,
    pattern: /^https?:\/\//,
    description: "A URI pointing to the user's picture.",
  },
  connection: { type: 'string', minLength: 1, description: 'Name of the connection.' },
};

export const userShape = (properties: Record<string, Shape>, required: string[] = []): Shape => ({
  type: 'object',
  properties,
  required,
  hint: ' (consider storing them in app_metadata or user_metadata. See "Users Metadata" in https://auth0.com/docs/api/v2/changes for more details)',
});

/** What a POST or a PATCH brings, once its shape is checked. */
export interface UserInput {
  app_metadata?: Record<string, unknown>;
  user_metadata?: Record<string, unknown>;
  blocked?: boolean;
  email?: string | null;
  email_verified?: boolean;
  verify_email?: boolean;
  phone_number?: string | null;
  phone_verified?: boolean;
  username?: string | null;
  password?: string | null;
  given_name?: string | null;
  family_name?: string | null;
  name?: string | null;
  nickname?: string | null;
  picture?: string | null;
  connection?: string;
  client_id?: string;
}
