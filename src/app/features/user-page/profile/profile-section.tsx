import { MailWarning } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Badge } from '#app/ui/badge.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import { Section } from '#app/ui/section.tsx';
import type { UserProfile } from '#contract/user.ts';
import { FieldValue } from './field-value.tsx';

/** Who someone is: names, addresses and what the vendor has declared. */
export function ProfileSection({ user }: { user: UserProfile }) {
  const t = useT('userPage.profile');
  const { fields } = useOrganization().me.settings;
  return (
    <Section title={t('title')}>
      <KeyValues>
        <KeyValue name={t('givenName')}>{user.given_name && <bdi>{user.given_name}</bdi>}</KeyValue>
        <KeyValue name={t('familyName')}>{user.family_name && <bdi>{user.family_name}</bdi>}</KeyValue>
        {user.nickname && (
          <KeyValue name={t('nickname')}>
            <bdi>{user.nickname}</bdi>
          </KeyValue>
        )}
        <KeyValue name={t('email')}>{user.email && <Email user={user} />}</KeyValue>
        {user.username && (
          <KeyValue name={t('username')}>
            <bdi>{user.username}</bdi>
          </KeyValue>
        )}
        {user.phone_number && (
          <KeyValue name={t('phone')}>
            <bdi dir="ltr">{user.phone_number}</bdi>
          </KeyValue>
        )}
        {fields.map(({ name, label }) => {
          const value = Object.hasOwn(user.fields, name) ? user.fields[name] : undefined;
          return (
            <KeyValue key={name} name={label}>
              {value !== undefined && <FieldValue value={value} />}
            </KeyValue>
          );
        })}
      </KeyValues>
    </Section>
  );
}

function Email({ user }: { user: UserProfile }) {
  const t = useT('userPage.profile');
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <bdi>{user.email}</bdi>
      {user.email_verified === true ? (
        <span className="text-sm text-muted">{t('emailVerified')}</span>
      ) : (
        <Badge tone="warning" icon={MailWarning}>
          {t('emailUnverified')}
        </Badge>
      )}
    </span>
  );
}
