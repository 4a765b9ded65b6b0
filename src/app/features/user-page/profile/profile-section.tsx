import { MailWarning } from 'lucide-react';
import { FieldValue } from '#app/fields/field-value.tsx';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Badge } from '#app/ui/badge.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import { Section } from '#app/ui/section.tsx';
import type { UserDetail, UserProfile } from '#contract/user.ts';
import { ProfileActs } from './profile-acts.tsx';
import { ReadOnlyNotes } from './read-only-notes.tsx';

/** Who someone is: names, addresses and what the vendor has declared. */
export function ProfileSection({ detail }: { detail: UserDetail }) {
  const t = useT('userPage.profile');
  const { user } = detail;
  return (
    <Section title={t('title')}>
      <div className="pb-1">
        <ProfileActs detail={detail} />
        <ReadOnlyNotes detail={detail} />
      </div>
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
        <DeclaredFields user={user} />
      </KeyValues>
    </Section>
  );
}

function DeclaredFields({ user }: { user: UserProfile }) {
  const { fields } = useOrganization().me.settings;
  const shown = fields.filter(({ shows }) => shows.includes('detail'));
  return shown.map((field) => {
    const value = Object.hasOwn(user.fields, field.name) ? user.fields[field.name] : undefined;
    return (
      <KeyValue key={field.name} name={field.label}>
        {value !== undefined && <FieldValue field={field} value={value} />}
      </KeyValue>
    );
  });
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
