import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { Cell, Row } from '#app/ui/table.tsx';
import type { AuditRow } from '#contract/audit.ts';
import { AuditDetails } from './audit-details.tsx';
import { columnCount } from './audit-table.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { PersonLink } from './person-link.tsx';
import { useActName } from './use-act-name.ts';

/** One act, and its details when they are asked for. In narrow rooms a row is a card. */
export function AuditRowGroup({ row }: { row: AuditRow }) {
  const t = useT('audit');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const what = useActName()(row);
  const label = t('showDetails', { what, when: format.dateTime(new Date(row.at)) });
  return (
    <tbody className="border-b border-line last:border-b-0">
      <Row className={rowStyle}>
        <Cell className="text-muted @max-3xl:order-5 @max-3xl:col-span-2 @max-3xl:p-0 @max-3xl:text-sm">
          <RelativeTime value={row.at} />
        </Cell>
        <Cell className="@max-3xl:order-3 @max-3xl:col-span-2 @max-3xl:p-0">
          <By person={row.actor} words="by" />
        </Cell>
        <Cell className="font-medium wrap-anywhere @max-3xl:order-1 @max-3xl:p-0">{what}</Cell>
        <Cell className="@max-3xl:order-4 @max-3xl:col-span-2 @max-3xl:p-0">
          {row.target && <By person={row.target} words="on" isGone={row.problem === 'user-not-found'} />}
        </Cell>
        <Cell className="@max-3xl:order-2 @max-3xl:p-0">
          <OutcomeBadge outcome={row.outcome} />
        </Cell>
        <Cell align="end" className="@max-3xl:absolute @max-3xl:end-1 @max-3xl:bottom-1 @max-3xl:p-0">
          <IconButton
            label={label}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            icon={<ChevronDown aria-hidden className={isOpen ? 'size-4 rotate-180' : 'size-4'} />}
            onClick={() => setOpen(!isOpen)}
          />
        </Cell>
      </Row>
      {isOpen && (
        <tr id={id} className="@max-3xl:block">
          <td colSpan={columnCount} className="bg-canvas px-3 py-1 @max-3xl:block">
            <AuditDetails row={row} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

const rowStyle =
  'border-b-0 @max-3xl:relative @max-3xl:grid @max-3xl:grid-cols-[minmax(0,1fr)_auto] @max-3xl:items-center ' +
  '@max-3xl:gap-x-3 @max-3xl:gap-y-0.5 @max-3xl:py-2.5 @max-3xl:ps-3 @max-3xl:pe-12';

interface ByProps {
  person: { user_id?: string; name?: string };
  /** What stands before the name where no column says what he has to do with it. */
  words: 'by' | 'on';
  isGone?: boolean;
}

function By({ person, words, isGone }: ByProps) {
  const t = useT('audit');
  const name = () => <PersonLink person={person} isGone={isGone} />;
  return (
    <>
      <span className="block truncate @max-3xl:hidden">{name()}</span>
      <span className="hidden text-sm @max-3xl:block wrap-anywhere">{t.rich(words, { name })}</span>
    </>
  );
}
