import { useT } from '#app/messages/use-t.ts';
import { Choice, ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { Way } from './new-person.ts';

interface WayChoiceProps {
  /** One or both of `invite` and `password`. */
  ways: readonly Way[];
  way: Way;
  onWayChange: (way: Way) => void;
}

/** How a person gets in the first time: the better way first. */
export function WayChoice({ ways, way, onWayChange }: WayChoiceProps) {
  const t = useT('adding.way');
  const choices = [
    { value: 'invite', label: t('invite'), hint: t('inviteHint') },
    { value: 'password', label: t('password'), hint: t('passwordHint') },
  ] as const;
  return (
    <ChoiceGroup label={t('label')}>
      {choices
        .filter(({ value }) => ways.includes(value))
        .map(({ value, label, hint }) => (
          <Choice
            key={value}
            type="radio"
            name="way"
            label={label}
            hint={hint}
            checked={value === way}
            onCheckedChange={() => onWayChange(value)}
          />
        ))}
    </ChoiceGroup>
  );
}
