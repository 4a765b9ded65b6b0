import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { controlStyle, Field } from './field.tsx';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string>
  extends Omit<ComponentProps<'select'>, 'id' | 'className' | 'value' | 'onChange' | 'children'> {
  label: string;
  labelled?: 'visible' | 'hidden';
  value: Value;
  options: readonly SelectOption<Value>[];
  onValueChange: (value: Value) => void;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
}

/** The platform's select: its list works with every keyboard, screen reader and phone. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, labelled, value, options, onValueChange, hint, error, className, ...rest } = props;
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen);
    if (option) onValueChange(option.value);
  };
  return (
    <Field label={label} labelled={labelled} hint={hint} error={error} className={className}>
      {(control) => (
        <div className="relative">
          <select
            {...rest}
            {...control}
            value={value}
            onChange={(event) => choose(event.target.value)}
            className={classNames(controlStyle, 'appearance-none pe-8')}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 end-2 my-auto size-4 text-muted"
          />
        </div>
      )}
    </Field>
  );
}
