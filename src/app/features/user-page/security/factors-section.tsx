import { useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import type { AuthenticationMethod } from '#contract/user.ts';
import { ActBar, type ActButton } from '../act/act-bar.tsx';
import { RowAct } from '../act/row-act.tsx';
import { PagePart } from '../page-part.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { ForgetBrowsersDialog } from './forget-browsers-dialog.tsx';
import { isFactor, MethodList } from './method-list.tsx';
import { RecoveryCodeDialog } from './recovery-code-dialog.tsx';
import { RemoveAllMethodsDialog } from './remove-all-methods-dialog.tsx';
import { RemoveMethodDialog } from './remove-method-dialog.tsx';

type Asking =
  | { kind: 'remove'; method: AuthenticationMethod }
  | { kind: 'remove-all' | 'recovery-code' | 'forget-browsers' };

/** The second steps and keys of someone, and what helps when one is lost. */
export function FactorsSection({ detail, retry }: TabProps) {
  const t = useT('security.factors');
  const [asking, setAsking] = useState<Asking | null>(null);
  const { user, authenticationMethods } = detail;
  const factors = authenticationMethods.state === 'ready' ? authenticationMethods.items.filter(isFactor) : [];
  const part =
    authenticationMethods.state === 'ready'
      ? { ...authenticationMethods, items: factors }
      : authenticationMethods;
  const close = () => setAsking(null);
  const buttons: ActButton[] = [
    {
      act: 'regenerateRecoveryCode',
      label: t('newCode'),
      onSelect: () => setAsking({ kind: 'recovery-code' }),
    },
    { act: 'forgetBrowsers', label: t('forget'), onSelect: () => setAsking({ kind: 'forget-browsers' }) },
    {
      act: 'removeAuthenticationMethods',
      label: t('removeAll'),
      onSelect: () => setAsking({ kind: 'remove-all' }),
    },
  ];
  return (
    <Section title={t('title')}>
      <PagePart part={part} retry={retry} empty={t('none')}>
        {(items) => (
          <>
            <MethodList
              methods={items}
              action={(method, name) => (
                <RowAct
                  detail={detail}
                  act="removeAuthenticationMethods"
                  item={method.id}
                  label={t('remove')}
                  name={t('removeNamed', { method: name })}
                  onSelect={() => setAsking({ kind: 'remove', method })}
                />
              )}
            />
            <ActBar detail={detail} buttons={buttons} />
          </>
        )}
      </PagePart>
      {asking?.kind === 'remove' && (
        <RemoveMethodDialog user={user} method={asking.method} factors={factors} onClose={close} />
      )}
      {asking?.kind === 'remove-all' && (
        <RemoveAllMethodsDialog user={user} factors={factors} onClose={close} />
      )}
      {asking?.kind === 'recovery-code' && <RecoveryCodeDialog user={user} onClose={close} />}
      {asking?.kind === 'forget-browsers' && <ForgetBrowsersDialog user={user} onClose={close} />}
    </Section>
  );
}
