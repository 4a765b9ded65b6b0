import { LockKeyhole } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { Checkbox } from '#app/ui/checkbox.tsx';
import type { RoleChoice, Wishes } from './role-choices.ts';

interface RoleListProps {
  choices: readonly RoleChoice[];
  wishes: Wishes;
  onChange: (id: string, wanted: boolean) => void;
}

/** A box for each role; what is locked says why. */
export function RoleList({ choices, wishes, onChange }: RoleListProps) {
  const t = useT('roles');
  return (
    <fieldset>
      <legend className="sr-only">{t('title')}</legend>
      <ul>
        {choices.map((choice) => {
          const { id, name, held, locked } = choice;
          return (
            <li key={id} className="border-b border-line py-2.5 last:border-b-0">
              <Checkbox
                label={<bdi>{name}</bdi>}
                hint={<Hint choice={choice} />}
                checked={locked ? held : (wishes.get(id) ?? held)}
                disabled={locked !== undefined}
                onCheckedChange={(wanted) => onChange(id, wanted)}
              />
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

function Hint({ choice: { description, locked, reason } }: { choice: RoleChoice }) {
  const t = useT('roles');
  return (
    <>
      {description && <p>{description}</p>}
      {locked && (
        <p className="flex gap-1.5">
          <LockKeyhole aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>
            {t('locked')} {reason ?? t(`lockedBy.${locked}`)}
          </span>
        </p>
      )}
    </>
  );
}
