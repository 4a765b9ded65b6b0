import { CircleHelp } from 'lucide-react';
import { useId, useRef } from 'react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { searchFields } from '#contract/search.ts';
import { type SearchExample, searchExamples } from './search-examples.ts';

/** How to search, by examples that can be tried. Escape or a press elsewhere closes it. */
export function SearchHelp({ onTry }: { onTry: (example: string) => void }) {
  const t = useT('users');
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const tryOut = (example: string) => {
    panel.current?.hidePopover();
    onTry(example);
  };
  return (
    <>
      <IconButton
        label={t('help.open')}
        icon={<CircleHelp aria-hidden className="size-4" />}
        popoverTarget={id}
        aria-haspopup="dialog"
      />
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        className={
          'menu menu-end max-h-[min(42rem,80dvh)] w-150 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg ' +
          'border border-line bg-raised p-4 text-ink shadow-overlay open:animate-enter'
        }
      >
        <h2 id={`${id}-title`} className="font-semibold">
          {t('help.title')}
        </h2>
        <p className="pb-2 text-muted">{t('help.intro')}</p>
        <Examples onTry={tryOut} />
        <FieldNames />
      </div>
    </>
  );
}

function Examples({ onTry }: { onTry: (example: string) => void }) {
  const t = useT('users');
  const { me } = useOrganization();
  const year = new Date().getFullYear();
  const label = me.settings.fields[0]?.label ?? '';
  return (
    <ul className="-mx-2">
      {searchExamples({ me, fieldValue: t('help.exampleValue'), year }).map((example) => (
        <li key={example.text}>
          <Example example={example} meaning={t(`help.${example.meaning}`, { label })} onTry={onTry} />
        </li>
      ))}
    </ul>
  );
}

interface ExampleProps {
  example: SearchExample;
  meaning: string;
  onTry: (example: string) => void;
}

function Example({ example, meaning, onTry }: ExampleProps) {
  return (
    <button
      type="button"
      onClick={() => onTry(example.text)}
      className="grid w-full items-baseline gap-x-3 rounded-md px-2 py-1 text-start hover:bg-sunken sm:grid-cols-2"
    >
      <code className="font-mono text-sm font-medium text-accent-text">{example.text}</code>
      <span className="text-sm text-muted">{meaning}</span>
    </button>
  );
}

function FieldNames() {
  const t = useT('users');
  const format = useFormat();
  const { fields } = useOrganization().me.settings;
  const names = [...Object.keys(searchFields), ...fields.map(({ name }) => name)];
  return (
    <div className="mt-2 grid gap-2 border-t border-line pt-3 text-sm text-muted">
      <p>
        {t('help.fields')} <span className="font-mono text-xs">{format.list(names)}</span>
      </p>
      <p>{t.rich('help.shortcut', { key: () => <kbd className={keyStyle}>/</kbd> })}</p>
    </div>
  );
}

const keyStyle = 'rounded-sm border border-line-strong px-1.5 font-mono text-xs text-ink';
