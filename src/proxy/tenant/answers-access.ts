import type { Management } from 'auth0';
import { z } from 'zod';
import { type Fields, known } from './answers.ts';

/** A moment that cannot be read is one that is not known: nobody is kept from ending a session for it. */
const moment = z
  .string()
  .nullish()
  .catch(undefined)
  .transform((value) => value || undefined);

const device = z
  .object({
    initial_ip: known,
    initial_user_agent: known,
    last_ip: known,
    last_user_agent: known,
  } satisfies Fields<Management.RefreshTokenDevice>)
  .optional()
  .catch(undefined);

const auth0Session = z.object({
  id: z.string(),
  user_id: z.string(),
  authenticated_at: moment,
  last_interacted_at: moment,
  idle_expires_at: moment,
  expires_at: moment,
  device,
  clients: z
    .array(z.object({ client_id: known } satisfies Fields<Management.SessionClientMetadata>))
    .optional()
    .catch(undefined),
} satisfies Fields<Management.SessionResponseContent>);
export type Auth0Session = z.infer<typeof auth0Session>;

const auth0RefreshToken = z.object({
  id: z.string(),
  user_id: z.string(),
  client_id: known,
  session_id: known,
  created_at: moment,
  last_exchanged_at: moment,
  idle_expires_at: moment,
  expires_at: moment,
  device,
} satisfies Fields<Management.RefreshTokenResponseContent>);
export type Auth0RefreshToken = z.infer<typeof auth0RefreshToken>;

const auth0DeviceCredential = z.object({
  id: z.string(),
  user_id: known,
  device_name: known,
  type: z.string(),
  client_id: known,
} satisfies Fields<Management.DeviceCredential>);
export type Auth0DeviceCredential = z.infer<typeof auth0DeviceCredential>;

export const sessionPage = z.object({ sessions: z.array(auth0Session), next: known });
export const refreshTokenPage = z.object({ tokens: z.array(auth0RefreshToken), next: known });
export const deviceCredentials = z.array(auth0DeviceCredential);
