import type { TenantStorage } from './storage.ts';

/**
 * What Auth0 calls the template of a mail.
 *
 * @see https://auth0.com/docs/customize/email/email-templates
 */
export type MailKind = 'verify_email' | 'reset_email' | 'blocked_account';

/** A mail that the tenant has sent: nobody gets it, it is kept here to be read. */
export interface Mail {
  id: string;
  kind: MailKind;
  to: string;
  subject: string;
  /** The link in it. */
  url: string;
  /** Host of the link: the tenant's own, or a custom domain. */
  domain: string;
  user_id: string;
  connection: string;
  client_id?: string;
  organization_id?: string;
  sent_at: string;
}

export interface Outbox {
  /** Newest last. */
  all(): Mail[];
  send(mail: Omit<Mail, 'id' | 'sent_at'>): void;
}

/** How many are kept before the oldest go. */
const retention = 100;
const prefix = 'mails/';

/** The mails of a tenant, in its storage: they survive a reload, and every instance sees the same. */
export function openOutbox(storage: TenantStorage, now: () => number): Outbox {
  const keys = () => storage.keys(prefix).sort();
  return {
    // Only `send` writes below the prefix.
    all: () => keys().map((key) => JSON.parse(storage.read(key) ?? 'null') as Mail),
    send(mail) {
      const sentAt = now();
      const id = freeId(sentAt, (wanted) => storage.read(prefix + wanted) !== null);
      const kept: Mail = { ...mail, id, sent_at: new Date(sentAt).toISOString() };
      storage.write(prefix + id, JSON.stringify(kept));
      for (const old of keys().slice(0, -retention)) storage.write(old, null);
    },
  };
}

/** Ids sort by time. */
function freeId(sentAt: number, taken: (id: string) => boolean): string {
  for (let count = 0; ; count += 1) {
    const id = `${String(sentAt).padStart(15, '0')}-${String(count).padStart(4, '0')}`;
    if (!taken(id)) return id;
  }
}
