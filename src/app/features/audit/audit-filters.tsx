import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { auditOutcome } from '#contract/audit.ts';
import { isKnownAct, knownActs } from './acts.ts';
import { type AuditAddress, type ChangeAddress, isFiltered, noFilters } from './audit-address.ts';
import { NameFilter } from './name-filter.tsx';

interface AuditFiltersProps {
  address: AuditAddress;
  onChange: ChangeAddress;
}

/** By what the log can be narrowed. */
export function AuditFilters({ address, onChange }: AuditFiltersProps) {
  const t = useT('audit');
  const outcomes = auditOutcome.options.map((value) => ({ value, label: t(`outcome.${value}`) }));
  return (
    <search className="grid grid-cols-2 items-end gap-2 pb-3 @2xl:grid-cols-3 @5xl:grid-cols-6">
      <NameFilter
        label={t('filter.who')}
        value={address.who ?? ''}
        onValueChange={(who, options) => onChange({ who: who || undefined }, options)}
      />
      <NameFilter
        label={t('filter.whom')}
        value={address.whom ?? ''}
        onValueChange={(whom, options) => onChange({ whom: whom || undefined }, options)}
      />
      <ActFilter value={address.what} onValueChange={(what) => onChange({ what })} />
      <Select
        label={t('filter.outcome')}
        className="min-w-0"
        value={address.outcome ?? ''}
        options={[{ value: '', label: t('filter.anyOutcome') }, ...outcomes]}
        onValueChange={(outcome) => onChange({ outcome: outcome || undefined })}
      />
      <DayFilter
        label={t('filter.from')}
        value={address.from}
        max={address.to}
        onValueChange={(from) => onChange({ from })}
      />
      <DayFilter
        label={t('filter.to')}
        value={address.to}
        min={address.from}
        onValueChange={(to) => onChange({ to })}
      />
      {isFiltered(address) && (
        <Button variant="quiet" className="justify-self-start" onClick={() => onChange(noFilters)}>
          {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}

interface ActFilterProps {
  value: string | undefined;
  onValueChange: (act: string | undefined) => void;
}

/** One that the address names and nobody knows stays in the list: a filter that cannot be seen is a riddle. */
function ActFilter({ value, onValueChange }: ActFilterProps) {
  const t = useT('audit');
  const known = knownActs.map((act) => ({ value: act as string, label: t(`act.${act}`) }));
  const strange = value && !isKnownAct(value) ? [{ value, label: t('otherAct', { name: value }) }] : [];
  const options = [...known, ...strange].toSorted((one, other) => one.label.localeCompare(other.label));
  return (
    <Select
      label={t('filter.what')}
      className="min-w-0"
      value={value ?? ''}
      options={[{ value: '', label: t('filter.anything') }, ...options]}
      onValueChange={(act) => onValueChange(act || undefined)}
    />
  );
}

interface DayFilterProps {
  label: string;
  value: string | undefined;
  min?: string;
  max?: string;
  onValueChange: (day: string | undefined) => void;
}

function DayFilter({ label, value = '', min, max, onValueChange }: DayFilterProps) {
  return (
    <TextField
      label={label}
      type="date"
      className="min-w-0 @max-sm:col-span-2"
      value={value}
      min={min}
      max={max}
      onChange={(event) => onValueChange(event.target.value || undefined)}
    />
  );
}
