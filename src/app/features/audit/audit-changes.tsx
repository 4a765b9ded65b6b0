import { ArrowRight } from 'lucide-react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';
import type { AuditRow } from '#contract/audit.ts';

type Values = AuditRow['before'];

/** What was, and what it became, name by name. */
export function AuditChanges({ before = {}, after = {} }: { before?: Values; after?: Values }) {
  const nameOf = useFieldName();
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <ul className="grid gap-1">
      {names.map((name) => (
        <li key={name} className="wrap-anywhere">
          <span className="text-muted">
            <bdi>{nameOf(name)}</bdi>:{' '}
          </span>
          <Change name={name} before={before} after={after} />
        </li>
      ))}
    </ul>
  );
}

function Change({ name, before, after }: { name: string; before: object; after: object }) {
  const t = useT('audit');
  const textOf = useValueText();
  const had = Object.hasOwn(before, name);
  const has = Object.hasOwn(after, name);
  const [was, is] = [new Map(Object.entries(before)).get(name), new Map(Object.entries(after)).get(name)];
  if (!had || !has) return <bdi>{textOf(had ? was : is)}</bdi>;
  return (
    <>
      <bdi>{textOf(was)}</bdi>{' '}
      <ArrowRight aria-hidden className="inline size-3.5 text-muted rtl:-scale-x-100" />
      <VisuallyHidden>{t('detail.changedTo')}</VisuallyHidden> <bdi>{textOf(is)}</bdi>
    </>
  );
}

/** Words for what changes; a declared field goes by its own name. */
function useFieldName(): (name: string) => string {
  const t = useT('audit.field');
  return (name) => {
    const key = name as 'email';
    return t.has(key) ? t(key) : name;
  };
}

function useValueText(): (value: unknown) => string {
  const t = useT('audit');
  const ui = useT('ui');
  const format = useFormat();
  return function textOf(value: unknown): string {
    if (value === null || value === undefined || value === '') return t('nothing');
    if (typeof value === 'boolean') return ui(value ? 'yes' : 'no');
    if (typeof value !== 'object') return String(value);
    if (Array.isArray(value)) return value.length > 0 ? format.list(value.map(textOf)) : t('nothing');
    const named = new Map(Object.entries(value));
    const name = named.get('name') ?? named.get('type') ?? named.get('id');
    if (typeof name === 'string') return name;
    return format.list([...named].map(([key, item]) => `${key}: ${textOf(item)}`));
  };
}
