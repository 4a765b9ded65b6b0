import { CircleAlert } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { classNames } from './class-names.ts';

interface ChoiceGroupProps {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
  /** `Choice`s. */
  children: ReactNode;
}

/** Choices that answer one question, with its hint and error. */
export function ChoiceGroup({ label, hint, error, className, children }: ChoiceGroupProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset
      aria-describedby={described || undefined}
      className={classNames('grid min-w-0 gap-1', className)}
    >
      <legend className="pb-1 text-sm font-medium">{label}</legend>
      <div className="grid max-h-56 overflow-y-auto rounded-md border border-line-strong py-1">
        {children}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  ref?: Ref<HTMLInputElement>;
  /** `radio` for one of several, `checkbox` for any of them. */
  type: 'radio' | 'checkbox';
  name: string;
  label: ReactNode;
  /** What choosing it means. */
  hint?: ReactNode;
  checked: boolean;
  disabled?: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** One choice; its whole line can be pressed. */
export function Choice({ ref, type, name, label, hint, checked, disabled, onCheckedChange }: ChoiceProps) {
  const id = useId();
  return (
    <label className="flex cursor-pointer gap-2.5 px-3 py-1.5 hover:bg-sunken has-disabled:cursor-default has-disabled:opacity-55">
      <input
        ref={ref}
        type={type}
        name={name}
        checked={checked}
        disabled={disabled}
        aria-labelledby={`${id}-label`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onCheckedChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="grid min-w-0">
        <span id={`${id}-label`}>{label}</span>
        {hint && (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
