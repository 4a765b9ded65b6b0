import { memo, type ReactNode } from 'react';
import { useFieldText } from '#app/fields/field-text.ts';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { Cell, Row } from '#app/ui/table.tsx';
import type { Field } from '#contract/field.ts';
import type { UserSummary } from '#contract/user.ts';
import { UserBadges } from './user-badges.tsx';
import { type AccountColumn, type Columns, columnStyle } from './user-columns.ts';

interface UserRowProps {
  user: UserSummary;
  /** Address of his page. A press anywhere on the row leads there: see `use-row-links.ts`. */
  href: string;
  connection: string;
  locked: boolean;
  columns: Columns;
}

export const UserRow = memo(function UserRow({ user, href, connection, locked, columns }: UserRowProps) {
  return (
    <Row data-user-id={user.user_id} className={rowStyle}>
      <Cell className="@max-2xl:-ms-11 @max-2xl:w-[calc(100%+--spacing(11))] @max-2xl:p-0">
        <Person user={user} href={href} />
      </Cell>
      <Cell className="@max-2xl:px-0 @max-2xl:py-0.5">
        <UserBadges user={user} locked={locked} />
      </Cell>
      {columns.account.map((name) => accountCells[name]({ user, connection }))}
      {columns.fields.map((field) => (
        <FieldCell key={field.name} field={field} user={user} />
      ))}
    </Row>
  );
});

type CellSource = Pick<UserRowProps, 'user' | 'connection'>;

const accountCells: Record<AccountColumn, (source: CellSource) => ReactNode> = {
  connection: ({ connection }) => (
    <Cell key="connection" className={`text-muted ${columnStyle.connection}`}>
      <bdi className="block truncate" title={connection}>
        {connection}
      </bdi>
    </Cell>
  ),
  last_login: ({ user }) => <LastLogin key="last_login" at={user.last_login} />,
  logins_count: ({ user }) => <Logins key="logins_count" count={user.logins_count} />,
  created_at: ({ user }) => (
    <Cell key="created_at" className={`text-muted ${columnStyle.wide}`}>
      <Day value={user.created_at} />
    </Cell>
  ),
};

function LastLogin({ at }: { at: string | undefined }) {
  const t = useT('users');
  return (
    <Cell className="@max-2xl:p-0 @max-2xl:text-sm @max-2xl:text-muted">
      {at ? (
        <>
          <span className="@2xl:hidden">{t('column.lastLogin')} </span>
          <RelativeTime value={at} />
        </>
      ) : (
        <span className="text-muted @max-2xl:hidden">{t('never')}</span>
      )}
    </Cell>
  );
}

function Logins({ count }: { count: number }) {
  const format = useFormat();
  return (
    <Cell align="end" className={columnStyle.wide}>
      {format.number(count)}
    </Cell>
  );
}

function FieldCell({ field, user }: { field: Field; user: UserSummary }) {
  const textOf = useFieldText();
  const value = Object.hasOwn(user.fields, field.name) ? user.fields[field.name] : undefined;
  const text = value === undefined ? '' : textOf(field, value);
  return (
    <Cell className={columnStyle.wide}>
      <bdi className="block truncate" title={text}>
        {text}
      </bdi>
    </Cell>
  );
}

const rowStyle =
  'cursor-pointer aria-busy:bg-sunken aria-busy:hover:bg-sunken @max-2xl:flex @max-2xl:flex-wrap @max-2xl:items-center @max-2xl:justify-between @max-2xl:gap-x-2 ' +
  '@max-2xl:py-2.5 @max-2xl:ps-14 @max-2xl:pe-3';

function Person({ user, href }: { user: UserSummary; href: string }) {
  const address = user.email ?? user.phone_number ?? user.username;
  return (
    <div className="flex items-center gap-3">
      <Avatar name={user.name} picture={user.picture} />
      <div className="min-w-0 flex-1">
        <a
          href={href}
          title={user.name}
          className="block w-fit max-w-full truncate rounded-sm font-medium hover:underline @2xl:scroll-mb-20"
        >
          {/* A name in another script, or with marks that turn the writing round, stays within itself. */}
          <bdi>{user.name}</bdi>
        </a>
        {address && address !== user.name && (
          <bdi className="block truncate text-sm text-muted" title={address}>
            {address}
          </bdi>
        )}
      </div>
    </div>
  );
}

function Day({ value }: { value: string }) {
  const format = useFormat();
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  return (
    <time dateTime={value} title={format.dateTime(date)} className="whitespace-nowrap">
      {format.date(date)}
    </time>
  );
}
