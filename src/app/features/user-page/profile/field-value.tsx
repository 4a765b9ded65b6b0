import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import type { FieldValue as Value } from '#contract/field.ts';

/** The value of a declared field, by its type. */
export function FieldValue({ value }: { value: Value }) {
  const t = useT('userPage.profile');
  const format = useFormat();
  switch (typeof value) {
    case 'boolean':
      return t(value ? 'yes' : 'no');
    case 'number':
      return format.number(value);
    case 'string':
      return <bdi>{value}</bdi>;
    default:
      return <bdi>{format.list(value)}</bdi>;
  }
}
