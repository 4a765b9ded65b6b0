import { type ReactNode, useRef, useState } from 'react';
import { interruptedIn, mainOf } from '#app/lib/interrupted-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { TextArea } from '#app/ui/text-area.tsx';

/** The longest reason that the API takes. */
const maxLength = 500;

export interface Reason {
  /** The field in which the admin says why; null where the vendor does not ask. */
  field: ReactNode;
  isDirty: boolean;
  /** As it stands there. */
  text: string;
  /** What was said; null where something is asked and missing: that is then shown and has the focus. */
  take(): { reason?: string } | null;
}

/**
 * Why an act is done, where the vendor asks for it; of several that are done in one, where he asks for one of them.
 * Needs the words of `forms`.
 */
export function useReason(act: string | readonly string[], item?: string): Reason {
  const t = useT('forms.reason');
  const { reasons } = useOrganization().me.settings;
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => interruptedIn(mainOf(act), item)?.reason ?? '');
  const [isMissing, setMissing] = useState(false);
  const isAsked = [act].flat().some((name) => reasons.includes(name));
  const said = text.trim();
  return {
    field: isAsked && (
      <TextArea
        ref={box}
        name="reason"
        label={t('label')}
        hint={t('hint')}
        error={isMissing && said === '' && t('missing')}
        maxLength={maxLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    ),
    isDirty: said !== '',
    text,
    take() {
      if (!isAsked) return {};
      if (said !== '') return { reason: said };
      setMissing(true);
      box.current?.focus();
      return null;
    },
  };
}
