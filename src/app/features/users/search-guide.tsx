import { useRef } from 'react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { Field } from '#contract/field.ts';
import { searchFields } from '#contract/search.ts';
import { type SearchExample, searchExamples } from './search-examples.ts';

type Try = (example: string) => void;

/** The grammar of the search by examples, each of which can be tried, and the fields there are. */
export function SearchGuide({ onTry }: { onTry: Try }) {
  const t = useT('searchHelp');
  const top = useRef<HTMLDivElement>(null);
  const tryOut: Try = (example) => {
    top.current?.closest<HTMLElement>('[popover]')?.hidePopover();
    onTry(example);
  };
  return (
    <div ref={top}>
      <h2 className="font-semibold">{t('title')}</h2>
      <p className="pb-2 text-muted">{t('intro')}</p>
      <Examples onTry={tryOut} />
      <FieldNames />
    </div>
  );
}

function Examples({ onTry }: { onTry: Try }) {
  const t = useT('searchHelp');
  const { me } = useOrganization();
  const year = new Date().getFullYear();
  const label = searchable(me.settings.fields)[0]?.label ?? '';
  return (
    <ul className="-mx-2">
      {searchExamples({ me, fieldValue: t('exampleValue'), year }).map((example) => (
        <li key={example.text}>
          <Example example={example} meaning={t(example.meaning, { label })} onTry={onTry} />
        </li>
      ))}
    </ul>
  );
}

interface ExampleProps {
  example: SearchExample;
  meaning: string;
  onTry: Try;
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
  const t = useT('searchHelp');
  const format = useFormat();
  const { fields } = useOrganization().me.settings;
  const names = [...Object.keys(searchFields), ...searchable(fields).map(({ name }) => name)];
  return (
    <div className="mt-2 grid gap-2 border-t border-line pt-3 text-sm text-muted">
      <p>
        {t('fields')} <span className="font-mono text-xs">{format.list(names)}</span>
      </p>
      <p>{t.rich('shortcut', { key: () => <kbd className={keyStyle}>/</kbd> })}</p>
    </div>
  );
}

const searchable = (fields: readonly Field[]) => fields.filter(({ shows }) => shows.includes('search'));

const keyStyle = 'rounded-sm border border-line-strong px-1.5 font-mono text-xs text-ink';
