import { useQuery } from '@tanstack/react-query';
import { Minus, Plus } from 'lucide-react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useLinkPreviewQuery } from '#app/lib/link-queries.ts';
import { useUserAct, type Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { Loading } from '#app/ui/loading.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { linkIdentity, type LinkPreview as Preview } from '#contract/identities.ts';
import type { UserId, UserProfile, UserSummary } from '#contract/user.ts';
import { useIdentityKind } from './identity-kind.ts';

interface LinkPreviewProps {
  user: UserProfile;
  second: UserSummary;
  /** What leads here again after a sign-in. */
  chosen: object;
  onBack: () => void;
  onClose: () => void;
}

/** What is kept and what is lost, and then the act. */
export function LinkPreview({ user, second, chosen, onBack, onClose }: LinkPreviewProps) {
  const t = useT('identities');
  const ui = useT('ui');
  const toast = useToast();
  const failureOf = useActFailure();
  const preview = useQuery(useLinkPreviewQuery(user.user_id, second.user_id));
  const { mutate, isPending, error } = useLink(user.user_id, second.user_id);
  const name = isolated(user.name);
  // Often it is the same person by the same name.
  const isNamesake = second.name === user.name;
  const shown = isolated(isNamesake ? (second.email ?? second.phone_number ?? second.name) : second.name);
  const title = t('previewTitle', { second: shown, name });
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t('done', { name }) });
  };
  if (!preview.data) {
    const footer = (
      <>
        <Button onClick={onBack}>{t('back')}</Button>
        <Button onClick={onClose}>{ui('cancel')}</Button>
      </>
    );
    return (
      <Dialog title={title} onClose={onClose} footer={footer}>
        {preview.error ? (
          <Banner tone="danger" role="alert">
            {failureOf(preview.error)}
          </Banner>
        ) : (
          <Loading label={t('previewing')} />
        )}
      </Dialog>
    );
  }
  return (
    <ActDialog
      act="linkIdentity"
      chosen={chosen}
      title={title}
      confirmLabel={t('confirm')}
      tone="danger"
      pending={isPending}
      error={error}
      onConfirm={(why: Why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <Consequences user={user} preview={preview.data} />
      <p>{t('sure', { name })}</p>
      <Button variant="quiet" className="-ms-3 w-fit" onClick={onBack} disabled={isPending}>
        {t('back')}
      </Button>
    </ActDialog>
  );
}

function Consequences({ user, preview }: { user: UserProfile; preview: Preview }) {
  const t = useT('identities');
  const format = useFormat();
  const kindOf = useIdentityKind();
  const { second, lost, lostRoles } = preview;
  const kinds = second.identities.map((identity) => kindOf(identity, second.username));
  return (
    <div className="grid gap-3">
      <section>
        <h3 className="text-sm font-medium text-muted">{t('previewKept')}</h3>
        <ul className="grid gap-1 pt-1">
          <Line icon="kept">
            {t('keeps', { name: isolated(user.name), kind: format.list([...new Set(kinds)]) })}
          </Line>
        </ul>
      </section>
      <section>
        <h3 className="text-sm font-medium text-muted">{t('previewGone')}</h3>
        <ul className="grid gap-1 pt-1">
          <Line icon="lost">{t('secondGoes', { second: isolated(second.name) })}</Line>
          {lostRoles.length > 0 && (
            <Line icon="lost">{t('lostRoles', { list: format.list(lostRoles) })}</Line>
          )}
          {lost.map(({ label, value }) => (
            <Line key={label} icon="lost">
              {t('lostField', { label, value: isolated(value) })}
            </Line>
          ))}
          {lost.length + lostRoles.length === 0 && <Line icon="kept">{t('lostNothing')}</Line>}
        </ul>
      </section>
    </div>
  );
}

function Line({ icon, children }: { icon: 'kept' | 'lost'; children: string }) {
  const Icon = icon === 'kept' ? Plus : Minus;
  return (
    <li className="flex gap-2">
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${icon === 'kept' ? 'text-success' : 'text-danger'}`}
      />
      <span className="min-w-0">{children}</span>
    </li>
  );
}

function useLink(userId: UserId, second: UserId) {
  return useUserAct(userId, 'linkIdentity', {
    run: (call, { reason }) => call(linkIdentity, { params: { userId }, body: { with: second }, reason }),
    onDone: (known, saved) => {
      known.remember(saved);
      known.forget(second);
    },
  });
}
