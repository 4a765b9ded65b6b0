import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title' | 'children'> {
  /** What it does, for those who cannot see the icon and for those who point at it. */
  label: string;
  icon: ReactNode;
  /** `sm` within a line of text. */
  size?: keyof typeof sizes;
}

const sizes = { sm: 'size-6', md: 'size-8' };

export function IconButton({ label, icon, size = 'md', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex shrink-0 items-center justify-center rounded-md text-muted transition-colors',
        'hover:bg-sunken hover:text-ink disabled:cursor-default disabled:opacity-55',
        sizes[size],
        className,
      )}
    >
      {icon}
    </button>
  );
}
