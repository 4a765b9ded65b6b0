import { Search, X } from 'lucide-react';
import { type ComponentProps, type ReactNode, type RefObject, useRef } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { classNames } from './class-names.ts';
import { controlStyle, Field } from './field.tsx';
import { IconButton } from './icon-button.tsx';

interface SearchFieldProps
  extends Omit<ComponentProps<'input'>, 'id' | 'className' | 'value' | 'onChange' | 'ref' | 'type'> {
  label: string;
  /** To give the box the focus from elsewhere. */
  ref?: RefObject<HTMLInputElement | null>;
  value: string;
  onValueChange: (value: string) => void;
  /** Called when the clear button empties the field; the field keeps the focus. */
  onClear?: () => void;
  hint?: ReactNode;
  error?: ReactNode;
  className?: string;
}

/** A controlled search box with a hidden label and a clear button. */
export function SearchField(props: SearchFieldProps) {
  const { label, ref, value, onValueChange, onClear, hint, error, className, ...input } = props;
  const t = useT('ui');
  const ownBox = useRef<HTMLInputElement>(null);
  const box = ref ?? ownBox;
  const clear = () => {
    onValueChange('');
    onClear?.();
    box.current?.focus();
  };
  return (
    <Field label={label} labelled="hidden" hint={hint} error={error} className={className}>
      {(control) => (
        <div className="relative">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 start-2.5 my-auto size-4 text-muted"
          />
          <input
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
            {...input}
            {...control}
            ref={box}
            // Not type="search": its own clear button cannot be reached by keyboard.
            type="text"
            inputMode="search"
            enterKeyHint="search"
            value={value}
            onChange={(event) => onValueChange(event.target.value)}
            className={classNames(controlStyle, 'ps-8 pe-9')}
          />
          {value !== '' && (
            <IconButton
              label={t('clear')}
              icon={<X aria-hidden className="size-4" />}
              onClick={clear}
              className="absolute inset-y-0 end-0.5 my-auto size-7"
            />
          )}
        </div>
      )}
    </Field>
  );
}
