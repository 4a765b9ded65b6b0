import { type Format, useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import type { Field, FieldValue } from '#contract/field.ts';

type Shown = Pick<Field, 'type' | 'options'>;

/** The value of a declared field as text, in the reader's language and forms. */
export function useFieldText(): (field: Shown, value: FieldValue) => string {
  const t = useT('ui');
  const format = useFormat();
  return (field, value) => {
    switch (typeof value) {
      case 'boolean':
        return t(value ? 'yes' : 'no');
      case 'number':
        return format.number(value);
      case 'string':
        return field.type === 'date' ? dayText(value, format) : labelOf(field, value);
      default:
        return format.list(value.map((item) => labelOf(field, item)));
    }
  };
}

/** What the vendor calls an option; an option that he has taken away since goes by its value. */
export function labelOf({ options = [] }: Pick<Field, 'options'>, value: string): string {
  return options.find((option) => option.value === value)?.label ?? value;
}

/** `2026-11-21` is that day wherever one is: at midnight of the reader's own time, not of UTC. */
function dayText(value: string, format: Format): string {
  const day = new Date(`${value}T00:00:00`);
  return Number.isNaN(day.getTime()) ? value : format.date(day);
}
