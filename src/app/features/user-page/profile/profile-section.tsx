import { MailWarning } from 'lucide-react';
import { FieldValue } from '#app/fields/field-value.tsx';
import { useFormat } from '#app/lib/format.ts';
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
  const format = useFormat();
  const { user } = detail;
  const { filled, empty } = useDeclaredFields(user);
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
        {filled.map((field) => (
          <KeyValue key={field.name} name={field.label}>
            <FieldValue field={field} value={field.value} />
          </KeyValue>
        ))}
      </KeyValues>
      {empty.length > 0 && (
        <p className="border-t border-line py-2 text-sm text-muted">
          {t('empty', { list: format.list(empty.map(({ label }) => label)) })}
        </p>
      )}
    </Section>
  );
}

/** What the vendor has declared. A vendor may declare many fields of which a person has few: the others are only named. */
function useDeclaredFields(user: UserProfile) {
  const { fields } = useOrganization().me.settings;
  const shown = fields
    .filter(({ shows }) => shows.includes('detail'))
    .map((field) => ({
      ...field,
      value: Object.hasOwn(user.fields, field.name) ? user.fields[field.name] : undefined,
    }));
  return {
    filled: shown.flatMap(({ value, ...field }) => (isFilled(value) ? [{ ...field, value }] : [])),
    empty: shown.filter(({ value }) => !isFilled(value)),
  };
}

function isFilled<Value>(value: Value | undefined | ''): value is Value {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
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
