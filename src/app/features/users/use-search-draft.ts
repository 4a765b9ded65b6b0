import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** Long enough for the next letter to come first, short enough to feel at once. */
const pauseMs = 300;

export type Search = (text: string, options: { replace: boolean }) => void;

/**
 * What stands in the search box. It is searched for after a short pause, or at once by `submit`; while someone goes
 * on typing, one step of the history stands for all of it.
 *
 * @param searched - the text that the list shows now; when it changes from elsewhere, the box follows.
 */
export function useSearchDraft(searched: string, onSearch: Search) {
  const [draft, setDraft] = useState(searched);
  const [known, setKnown] = useState(searched);
  // Letters of Chinese, Japanese or Korean are not text until they are put together.
  const [isComposing, setComposing] = useState(false);
  const hasStep = useRef(false);
  if (searched !== known) {
    setKnown(searched);
    if (draft.trim() !== searched) setDraft(searched);
  }

  const search = useEffectEvent((text: string) => {
    if (text.trim() === searched) return;
    onSearch(text.trim(), { replace: hasStep.current });
    hasStep.current = true;
  });
  useEffect(() => {
    if (isComposing) return;
    const timer = setTimeout(() => search(draft), pauseMs);
    return () => clearTimeout(timer);
  }, [draft, isComposing]);

  return {
    draft,
    setDraft,
    setComposing,
    /** Searches without a pause, and ends the step of the history. */
    submit(text: string) {
      setDraft(text);
      if (text.trim() !== searched) onSearch(text.trim(), { replace: hasStep.current });
      hasStep.current = false;
    },
    endStep() {
      hasStep.current = false;
    },
  };
}
