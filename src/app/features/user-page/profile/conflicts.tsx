import { useEffect, useRef } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Choice, ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { FieldValue } from '#contract/field.ts';

/** One value that was changed here and, meanwhile, elsewhere. */
export interface Conflict {
  key: string;
  mine: FieldValue | null;
  theirs: FieldValue | null;
  chosen: 'mine' | 'theirs' | null;
}

interface ConflictsProps {
  conflicts: readonly Conflict[];
  labelOf: (key: string) => string;
  textOf: (key: string, value: FieldValue | null) => string;
  onChoose: (conflict: Conflict, chosen: 'mine' | 'theirs') => void;
}

/** What two people changed at once, theirs beside mine. */
export function Conflicts({ conflicts, labelOf, textOf, onChoose }: ConflictsProps) {
  const t = useT('profile.conflict');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <>
      {conflicts.map((conflict, index) => (
        <ChoiceGroup key={conflict.key} label={labelOf(conflict.key)}>
          {(['mine', 'theirs'] as const).map((side) => (
            <Choice
              key={side}
              ref={index === 0 && side === 'mine' ? first : undefined}
              type="radio"
              name={`conflict ${conflict.key}`}
              label={t(side, { value: textOf(conflict.key, conflict[side]) })}
              checked={conflict.chosen === side}
              onCheckedChange={() => onChoose(conflict, side)}
            />
          ))}
        </ChoiceGroup>
      ))}
    </>
  );
}
