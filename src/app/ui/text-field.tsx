import type { ComponentProps, ReactNode } from 'react';
import { controlStyle, Field } from './field.tsx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string;
  labelled?: 'visible' | 'hidden';
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
}

export function TextField({ label, labelled, hint, error, className, ...input }: TextFieldProps) {
  return (
    <Field label={label} labelled={labelled} hint={hint} error={error} className={className}>
      {(control) => <input type="text" dir="auto" {...input} {...control} className={controlStyle} />}
    </Field>
  );
}
