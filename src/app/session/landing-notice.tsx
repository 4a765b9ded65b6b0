import { useEffect, useEffectEvent, useState } from 'react';
import { landingOf } from '#app/lib/interrupted-act.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { Viewer } from './session.ts';

interface LandingNoticeProps {
  viewer: Viewer;
  onClose: () => void;
}

/** Says to who was sent to sign in what has become of what he was about to do. */
export function LandingNotice({ viewer, onClose }: LandingNoticeProps) {
  const t = useT('session.landing');
  const ui = useT('ui');
  const toast = useToast();
  const [landing] = useState(landingOf);
  const isGoingOn = landing === 'confirmed' || landing === 'unconfirmed';
  const tell = useEffectEvent(() => {
    if (isGoingOn) toast({ tone: 'info', message: t(landing) });
    if (isGoingOn || landing === null) onClose();
  });
  useEffect(() => tell(), []);
  if (isGoingOn || landing === null) return null;
  const close = (
    <Button data-autofocus onClick={onClose}>
      {ui('close')}
    </Button>
  );
  return (
    <Dialog title={t('lostTitle')} onClose={onClose} footer={close}>
      <p>{landing === 'lost' ? t('lost') : t('someoneElse', { label: isolated(viewer.label) })}</p>
    </Dialog>
  );
}
