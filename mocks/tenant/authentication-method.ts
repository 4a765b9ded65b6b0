import type { AuthenticationMethod } from './model.ts';
import { emailFormat, type Shape } from './payload.ts';

const name: Shape = {
  type: 'string',
  description: 'A human-readable label to identify the authentication method.',
};
const preferred: Shape = { type: 'string', of: ['sms', 'voice'] };
const common: Record<string, Shape> = {
  name,
  preferred_authentication_method: preferred,
  phone_number: { type: 'string', minLength: 2, maxLength: 30 },
  email: { type: 'string', format: emailFormat },
  totp_secret: { type: 'string', minLength: 1 },
};
const text: Shape = { type: 'string' };

export const createShape: Shape = {
  type: 'object',
  required: ['type'],
  properties: {
    ...common,
    type: { type: 'string', of: ['phone', 'email', 'totp', 'webauthn-roaming', 'passkey'] },
    key_id: text,
    public_key: text,
    aaguid: text,
    relying_party_identifier: text,
    credential_device_type: text,
    credential_backed_up: { type: 'boolean' },
    identity_user_id: text,
    user_agent: text,
    user_handle: text,
    transports: { type: 'array', items: text },
  },
};

export const replaceShape: Shape = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type'],
    properties: { ...common, type: { type: 'string', of: ['phone', 'email', 'totp'] } },
  },
};

export const updateShape: Shape = {
  type: 'object',
  properties: { name, preferred_authentication_method: preferred },
};

/** One that an administrator has made: confirmed from the start. The secret of a `totp` is kept from answers. */
export function newMethod(
  { totp_secret: _, ...input }: Partial<AuthenticationMethod> & { type: string },
  nowMs: number,
): AuthenticationMethod {
  const id = `${input.type}|dev_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`;
  return { ...input, id, confirmed: true, created_at: new Date(nowMs).toISOString() };
}

/** Whether it is a second factor, by which the person shows that he is the one who has signed in. */
export function isFactor({ type }: AuthenticationMethod): boolean {
  return !['password', 'passkey', 'email-verification'].includes(type);
}

/** Addresses and numbers as recorded: `chuc****@exam*******`, `XXXXXXXXXXX5044`. */
export function masked(method: AuthenticationMethod): AuthenticationMethod {
  const { email, phone_number } = method;
  return {
    ...method,
    ...(email ? { email: email.split('@').map(starred).join('@') } : {}),
    ...(phone_number ? { phone_number: phone_number.replace(/.(?=.{4})/gs, 'X') } : {}),
  };
}

function starred(text: string): string {
  return text.slice(0, 4) + '*'.repeat(Math.max(0, text.length - 4));
}
