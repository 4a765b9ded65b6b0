import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { Section } from '#app/ui/section.tsx';
import type { UserProfile } from '#contract/user.ts';

/** What has become of the account since it was made. */
export function AccountSection({ user }: { user: UserProfile }) {
  const t = useT('userPage.profile');
  const format = useFormat();
  return (
    <Section title={t('account')}>
      <KeyValues>
        <KeyValue name={t('lastSignIn')}>
          {user.last_login ? <LastSignIn at={user.last_login} ip={user.last_ip} /> : t('never')}
        </KeyValue>
        <KeyValue name={t('signIns')}>{format.number(user.logins_count)}</KeyValue>
        {user.last_password_reset && (
          <KeyValue name={t('passwordReset')}>
            <RelativeTime value={user.last_password_reset} />
          </KeyValue>
        )}
        <KeyValue name={t('created')}>
          <RelativeTime value={user.created_at} />
        </KeyValue>
        {user.updated_at && (
          <KeyValue name={t('updated')}>
            <RelativeTime value={user.updated_at} />
          </KeyValue>
        )}
        <KeyValue name={t('userId')}>
          <span className="flex items-start gap-1">
            <bdi dir="ltr" className="min-w-0 font-mono text-sm">
              {user.user_id}
            </bdi>
            <CopyButton text={user.user_id} label={t('copyUserId')} />
          </span>
        </KeyValue>
      </KeyValues>
    </Section>
  );
}

function LastSignIn({ at, ip }: { at: string; ip: string | undefined }) {
  const t = useT('userPage.profile');
  return (
    <span className="flex flex-wrap gap-x-1.5">
      <RelativeTime value={at} />
      {ip && <span className="text-muted">{t.rich('from', { ip: () => <bdi dir="ltr">{ip}</bdi> })}</span>}
    </span>
  );
}
