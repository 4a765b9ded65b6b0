import { type ReactNode, useState } from 'react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import { isolated } from '#app/lib/isolated.ts';
import type { Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import type { UserDetail } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { halfDone } from './half-done.ts';
import { HalfDoneDialog } from './half-done-dialog.tsx';
import { useSetBlocked } from './use-set-blocked.ts';

/** What goes with it, where the admin may and wants it. */
export interface SecondAct {
  act: UserAct;
  /** `onSuccess` hears whether anything was done: some plans cannot. */
  run: (why: Why, then: { onSuccess: (isDone: boolean) => void; onError: () => void }) => void;
  isPending: boolean;
  error: Error | null;
  /** That it was not done. */
  missing: string;
}

/** The choice of the second act. */
interface SecondChoice {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
}

/** What is left when the first is done. */
interface Half {
  why: Why;
  /** Whether trying again may help. */
  isPossible: boolean;
}

interface SetBlockedDialogProps {
  detail: UserDetail;
  act: 'block' | 'unblock';
  tone: 'primary' | 'danger';
  /** Null where there is none to do, or the admin may not. */
  second: SecondAct | null;
  /** What is said of the first alone, and of both. */
  done: { one: string; both: string };
  children: (choice: SecondChoice) => ReactNode;
  onClose: () => void;
}

/** Blocks or unblocks someone, and does what goes with it; where only that fails, it alone may be tried again. */
export function SetBlockedDialog(props: SetBlockedDialogProps) {
  const { detail, act, tone, second, done, children, onClose } = props;
  const t = useT('block');
  const toast = useToast();
  const failureOf = useActFailure();
  const { user } = detail;
  const first = useSetBlocked(user.user_id, act);
  const [checked, setChecked] = useState(() => second !== null && interruptedIn(act)?.chosen.also !== false);
  const [half, setHalf] = useState<Half | null>(() => {
    const before = interruptedIn(act, halfDone);
    return before && { why: { reason: before.reason }, isPossible: true };
  });
  const name = isolated(user.name);
  const also = checked ? second : null;
  const finish = (message: string) => {
    onClose();
    toast({ tone: 'success', message });
  };
  const goOn = (why: Why) =>
    second?.run(why, {
      onSuccess: (isDone) => (isDone ? finish(done.both) : setHalf({ why, isPossible: false })),
      onError: () => setHalf({ why, isPossible: true }),
    });
  const confirm = (why: Why) => first.mutate(why, { onSuccess: () => (also ? goOn(why) : finish(done.one)) });
  if (half && second) {
    return (
      <HalfDoneDialog
        act={act}
        why={half.why}
        error={second.error}
        title={t(`partTitle.${act}`, { name })}
        message={second.missing}
        failure={second.error && failureOf(second.error)}
        pending={second.isPending}
        onRetry={half.isPossible ? () => goOn(half.why) : null}
        onClose={onClose}
      />
    );
  }
  return (
    <ActDialog
      act={also ? [act, also.act] : act}
      chosen={{ also: checked }}
      title={t(`${act}Question`, { name })}
      confirmLabel={t(act)}
      tone={tone}
      pending={first.isPending || second?.isPending === true}
      error={first.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {children({ checked, onCheckedChange: setChecked })}
    </ActDialog>
  );
}
