import type { Services } from '../services.ts';
import type { Caller } from '../tenant/caller.ts';
import type { PasswordMail } from '../tenant/password-mail.ts';

/**
 * What is done for an address that somebody outside the organization has: calls as many and as long as for someone new,
 * about nobody. So an admin cannot tell the two apart, and nothing happens to the stranger.
 */
export interface Decoys {
  /** In the place of a mail: to an address that cannot exist, so that none leaves. */
  mail(mail: Omit<PasswordMail, 'email'>, caller: Caller): Promise<void>;
  /** In the place of so many other calls, one after the other. */
  calls(count: number, caller: Caller): Promise<void>;
}

export function openDecoys({
  gateway,
  sendPasswordMail,
}: Pick<Services, 'gateway' | 'sendPasswordMail'>): Decoys {
  return {
    mail: (mail, caller) =>
      // RFC 2606 keeps this top-level domain for addresses that lead nowhere.
      sendPasswordMail({ ...mail, email: `${crypto.randomUUID()}@nobody.invalid` }, caller),
    async calls(count, caller) {
      for (let made = 0; made < count; made += 1) await gateway.user('', caller, { fresh: true });
    },
  };
}
