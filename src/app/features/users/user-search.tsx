import { type RefObject, Suspense, useEffect, useRef } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { SearchField } from '#app/ui/search-field.tsx';
import { maximumSearchLength } from '#contract/search.ts';
import type { SearchFault } from './search-fault.tsx';
import { SearchHelp } from './search-help.tsx';
import { type Search, useSearchDraft } from './use-search-draft.ts';

const SearchFaultText = lazyWithWords([], async () => (await import('./search-fault.tsx')).SearchFaultText);

interface UserSearchProps {
  /** What the list is searched for now. */
  searched: string;
  /** Why that cannot be searched for. */
  fault: SearchFault | null;
  onSearch: Search;
}

/** The one search box, with its help and what is wrong with the search. */
export function UserSearch({ searched, fault, onSearch }: UserSearchProps) {
  const t = useT('users');
  const box = useRef<HTMLInputElement>(null);
  useSlashKey(box);
  const { draft, setDraft, setComposing, submit, endStep } = useSearchDraft(searched, onSearch);
  // A mark in a text that has changed since would point at the wrong place.
  const shownFault = draft.trim() === searched ? fault : null;
  const tryOut = (example: string) => {
    submit(example);
    box.current?.focus();
  };
  return (
    <search className="min-w-0 grow basis-full @5xl:basis-72">
      <form
        className="flex items-start gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          submit(draft);
        }}
      >
        <SearchField
          ref={box}
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          aria-keyshortcuts="/"
          maxLength={maximumSearchLength}
          value={draft}
          onValueChange={setDraft}
          onClear={() => submit('')}
          onBlur={endStep}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
          error={shownFault && <FaultText text={searched} fault={shownFault} />}
          className="min-w-0 flex-1"
        />
        <SearchHelp onTry={tryOut} />
      </form>
    </search>
  );
}

/** What is wrong at once, and where when what marks it has loaded. */
function FaultText({ text, fault }: { text: string; fault: SearchFault }) {
  return (
    <Suspense fallback={fault.detail}>
      <SearchFaultText text={text} fault={fault} />
    </Suspense>
  );
}

/** `/` leads to the search box from anywhere but where it is a letter. */
function useSlashKey(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || event.defaultPrevented || isTyping() || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [box]);
}

function isTyping(): boolean {
  const { activeElement } = document;
  if (activeElement?.matches('input, textarea, select')) return true;
  return activeElement instanceof HTMLElement && activeElement.isContentEditable;
}
