import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'id' | 'className'> {
  label: ReactNode;
  /** What it means, or why it cannot be changed. */
  hint?: ReactNode;
  onCheckedChange?: (checked: boolean) => void;
}

/** A choice of its own, with its words beside it. */
export function Checkbox({ label, hint, onCheckedChange, disabled, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...input}
        id={id}
        type="checkbox"
        disabled={disabled}
        onChange={(event) => onCheckedChange?.(event.target.checked)}
        className="mt-0.5 size-4 shrink-0"
      />
      <div className="grid min-w-0 gap-0.5">
        <label htmlFor={id} className={classNames('font-medium', disabled && 'text-muted')}>
          {label}
        </label>
        {hint && (
          <div id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </div>
        )}
      </div>
    </div>
  );
}
