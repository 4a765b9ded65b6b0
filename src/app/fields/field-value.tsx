import { textLinkStyle } from '#app/ui/text-link.ts';
import type { Field, FieldValue as Value } from '#contract/field.ts';
import { useFieldText } from './field-text.ts';

interface FieldValueProps {
  field: Pick<Field, 'type' | 'options'>;
  value: Value;
}

/** The value of a declared field on a person's page: what leads somewhere is a link. */
export function FieldValue({ field, value }: FieldValueProps) {
  const text = useFieldText()(field, value);
  const href = typeof value === 'string' ? hrefOf(field.type, value) : undefined;
  if (href !== undefined) {
    return (
      <a href={href} className={textLinkStyle} {...(field.type === 'link' && elsewhere)}>
        <bdi dir={field.type === 'phone' ? 'ltr' : undefined}>{text}</bdi>
      </a>
    );
  }
  return <bdi className={field.type === 'long-text' ? 'whitespace-pre-line' : undefined}>{text}</bdi>;
}

/** The page that is opened learns neither where it was opened from nor gets a hand on this one. */
const elsewhere = { target: '_blank', rel: 'noopener noreferrer' };

/** Only what is surely an address becomes a link: a stored `javascript:` stays text. */
function hrefOf(type: Field['type'], value: string): string | undefined {
  switch (type) {
    case 'email':
      return /^[^\s@]+@[^\s@]+$/.test(value) ? `mailto:${encodeURIComponent(value)}` : undefined;
    case 'phone':
      return /^[+\d\s()./-]+$/.test(value) ? `tel:${value.replaceAll(/[^+\d]/g, '')}` : undefined;
    case 'link':
      return /^https?:\/\//i.test(value) && URL.canParse(value) ? value : undefined;
    default:
      return undefined;
  }
}
