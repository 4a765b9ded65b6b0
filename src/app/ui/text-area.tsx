import type { ComponentProps, ReactNode } from 'react';
import { controlStyle, Field } from './field.tsx';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id' | 'className'> {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
}

/** Text of several lines; it grows with what is typed where the browser can. */
export function TextArea({ label, hint, error, className, ...input }: TextAreaProps) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <textarea
          rows={3}
          dir="auto"
          {...input}
          {...control}
          className={`${controlStyle} field-sizing-content max-h-60 min-h-16`}
        />
      )}
    </Field>
  );
}
