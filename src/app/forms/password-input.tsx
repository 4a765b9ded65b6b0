import { Check, Circle, Dices } from 'lucide-react';
import type { FieldPath, FieldValues, PathValue } from 'react-hook-form';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';
import type { PasswordRules } from '#contract/password.ts';
import { type PasswordDemand, passwordDemands, unmetDemands } from '#contract/password-check.ts';
import { generatePassword } from './generate-password.ts';
import { type Form, fieldOf } from './route-form.ts';

interface PasswordInputProps<Values extends FieldValues, Parsed> {
  form: Form<Values, Parsed>;
  name: FieldPath<Values>;
  label: string;
  /** Of the connection; undefined where nothing is known of them. */
  rules: PasswordRules | undefined;
  /** What is known of the person, which a password should not be made of. */
  personal: readonly (string | undefined)[];
}

/**
 * A password that an admin chooses for someone else: he can read it, have one made up, and sees while typing what the
 * connection still asks for. Needs the words of `forms`.
 */
export function PasswordInput<Values extends FieldValues, Parsed>(props: PasswordInputProps<Values, Parsed>) {
  const { form, name, label, rules, personal } = props;
  const t = useT('forms.password');
  const password = String(form.watch(name) ?? '');
  const makeUp = () => {
    // A field for a password holds text.
    const made = generatePassword(rules ?? usualRules, personal) as PathValue<Values, FieldPath<Values>>;
    form.setValue(name, made, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
  };
  return (
    <div className="grid gap-2">
      <div className="flex items-end gap-2">
        <TextField
          label={label}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          className="min-w-0 flex-1"
          {...fieldOf(form, name)}
        />
        <Button icon={<Dices aria-hidden className="size-4" />} onClick={makeUp} className="shrink-0">
          {t('generate')}
        </Button>
      </div>
      {rules && <Demands rules={rules} unmet={unmetDemands(password, rules, personal)} />}
    </div>
  );
}

/** What Auth0's "good" asks for, and more. */
const usualRules: PasswordRules = {
  min_length: 16,
  kinds: ['lower', 'upper', 'digit', 'special'],
  kinds_needed: 4,
  no_repeats: true,
  no_sequences: true,
  no_personal_info: true,
  dictionary: false,
  history: 0,
};

function Demands({ rules, unmet }: { rules: PasswordRules; unmet: readonly PasswordDemand[] }) {
  const t = useT('forms.password');
  const wordsFor = useDemandWords(rules);
  return (
    <div className="text-sm">
      <p className="text-muted">{t('demands')}</p>
      <ul className="grid gap-0.5 pt-0.5">
        {passwordDemands(rules).map((demand) => {
          const isMet = !unmet.includes(demand);
          const Icon = isMet ? Check : Circle;
          return (
            <li key={demand} className={isMet ? 'flex gap-1.5 text-success' : 'flex gap-1.5 text-muted'}>
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
              <span>
                <VisuallyHidden>{t(isMet ? 'met' : 'unmet')} </VisuallyHidden>
                {wordsFor(demand)}
              </span>
            </li>
          );
        })}
      </ul>
      {rules.dictionary && <p className="pt-1 text-muted">{t('dictionary')}</p>}
      {rules.history > 0 && <p className="pt-1 text-muted">{t('history')}</p>}
    </div>
  );
}

function useDemandWords({
  min_length,
  kinds,
  kinds_needed,
}: PasswordRules): (demand: PasswordDemand) => string {
  const t = useT('forms.password');
  const format = useFormat();
  return (demand) => {
    if (demand === 'length') return t('length', { count: min_length });
    if (demand !== 'kinds') return t(demand);
    const named = format.list(kinds.map((kind) => t(`kind.${kind}`)));
    return kinds_needed < kinds.length
      ? t('someKinds', { needed: kinds_needed, kinds: named })
      : t('kinds', { kinds: named });
  };
}
