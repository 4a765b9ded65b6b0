import { useEffect, useEffectEvent, useState } from 'react';
import { useSettled } from '#app/lib/use-settled.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';

interface NameFilterProps {
  label: string;
  /** By what the list is narrowed now. */
  value: string;
  /** `replace` while someone goes on typing: one step of the history stands for all of it. */
  onValueChange: (value: string, options: { replace: boolean }) => void;
}

/** A part of a name; the list follows when nobody has typed for a moment. */
export function NameFilter({ label, value, onValueChange }: NameFilterProps) {
  const t = useT('audit');
  const [draft, setDraft] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    if (draft.trim() !== value) setDraft(value);
  }
  const settled = useSettled(draft);
  const narrow = useEffectEvent((text: string) => {
    if (text.trim() !== value) onValueChange(text.trim(), { replace: value !== '' });
  });
  useEffect(() => narrow(settled), [settled]);
  return (
    <TextField
      label={label}
      placeholder={t('filter.name')}
      className="min-w-0"
      maxLength={300}
      autoComplete="off"
      spellCheck={false}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
