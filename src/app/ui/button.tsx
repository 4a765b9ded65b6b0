import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-edge bg-surface text-ink shadow-control hover:bg-sunken',
  quiet: 'text-ink hover:bg-sunken',
  danger: 'bg-danger-fill text-on-danger hover:bg-danger-fill-strong',
};

/** The look of a button, for a link that leads somewhere but should look like one. */
export function buttonStyle(variant: ButtonVariant = 'secondary'): string {
  return classNames(
    'inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md px-3 py-1 font-medium',
    'select-none transition-colors aria-disabled:cursor-default aria-disabled:opacity-55',
    variants[variant],
  );
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  variant?: ButtonVariant;
  icon?: ReactNode;
  /** The act is under way: it keeps the focus and its name, and does nothing when pressed again. */
  pending?: boolean;
  disabled?: boolean;
}

/** Stays focusable while disabled or pending, so that the focus is never lost. */
export function Button({
  variant,
  icon,
  pending = false,
  disabled = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const inert = pending || disabled;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={inert || undefined}
      aria-busy={pending || undefined}
      className={classNames(buttonStyle(variant), className)}
      onClick={(event) => (inert ? event.preventDefault() : onClick?.(event))}
    >
      {pending ? <Spinner /> : icon}
      {children}
    </button>
  );
}
