import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import type { AuditRow } from '#contract/audit.ts';
import { AuditChanges } from './audit-changes.tsx';

/** All that is on record about one act. */
export function AuditDetails({ row }: { row: AuditRow }) {
  const t = useT('audit');
  const format = useFormat();
  const why = useWhy()(row.problem);
  const { actor, target } = row;
  return (
    <>
      {row.outcome === 'unknown' && <p className="py-2 text-sm">{t('unknownOutcome')}</p>}
      <KeyValues>
        <KeyValue name={t('detail.time')}>{format.dateTime(new Date(row.at))}</KeyValue>
        {why && <KeyValue name={t('detail.why')}>{why}</KeyValue>}
        {row.reason && (
          <KeyValue name={t('detail.reason')}>
            <bdi>{row.reason}</bdi>
          </KeyValue>
        )}
        {(row.before || row.after) && (
          <KeyValue name={t('detail.changes')}>
            <AuditChanges before={row.before} after={row.after} />
          </KeyValue>
        )}
        <KeyValue name={t('detail.actorId')}>
          <Text text={actor.user_id} />
        </KeyValue>
        {actor.roles && <KeyValue name={t('detail.roles')}>{format.list(actor.roles)}</KeyValue>}
        {target?.user_id && (
          <KeyValue name={t('detail.targetId')}>
            <Text text={target.user_id} />
          </KeyValue>
        )}
        {actor.ip && (
          <KeyValue name={t('detail.ip')}>
            <Text text={actor.ip} />
          </KeyValue>
        )}
        {actor.user_agent && (
          <KeyValue name={t('detail.browser')}>
            <Text text={actor.user_agent} />
          </KeyValue>
        )}
        <KeyValue name={t('detail.requestId')}>
          <span className="flex items-center gap-1">
            <Text text={row.request_id} />
            <CopyButton text={row.request_id} label={t('detail.copyRequestId')} />
          </span>
        </KeyValue>
      </KeyValues>
    </>
  );
}

function Text({ text }: { text: string }) {
  return (
    <bdi dir="ltr" className="wrap-anywhere">
      {text}
    </bdi>
  );
}

/** A problem in words; one of a newer API goes by its own name. */
function useWhy(): (problem: string | undefined) => string | undefined {
  const t = useT('errors.title');
  return (problem) => {
    const type = problem as 'busy' | undefined;
    return type && t.has(type) ? t(type) : problem;
  };
}
