import { Minus, Plus } from 'lucide-react';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct, type Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import { changeRoles, type RoleChange } from '#contract/roles.ts';
import type { UserId, UserProfile } from '#contract/user.ts';
import type { changesIn, HeldRole, RoleChoice } from './role-choices.ts';

interface ChangeRolesDialogProps {
  user: UserProfile;
  held: HeldRole[];
  changes: ReturnType<typeof changesIn>;
  /** What leads here again after a sign-in. */
  chosen: object;
  onSaved: () => void;
  onClose: () => void;
}

/** Shows once more what is given and taken, and does it. */
export function ChangeRolesDialog({ user, held, changes, chosen, onSaved, onClose }: ChangeRolesDialogProps) {
  const t = useT('roles');
  const toast = useToast();
  const { mutate, isPending, error } = useChangeRoles(user.user_id);
  const { given, taken } = changes;
  const name = isolated(user.name);
  const seen = held.map(({ id }) => id);
  const goes = new Set(taken.map(({ id }) => id));
  const roles = [...seen.filter((id) => !goes.has(id)), ...given.map(({ id }) => id)];
  const onSuccess = () => {
    onSaved();
    onClose();
    toast({ tone: 'success', message: t('saved', { name }) });
  };
  return (
    <ActDialog
      act="changeRoles"
      chosen={chosen}
      title={t('question', { name })}
      confirmLabel={t('save')}
      tone={taken.length > 0 ? 'danger' : 'primary'}
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate({ roles, seen, ...why }, { onSuccess })}
      onClose={onClose}
    >
      {given.length > 0 && <Roles title={t('given')} roles={given} way="given" />}
      {taken.length > 0 && <Roles title={t('taken')} roles={taken} way="taken" />}
      <p className="text-muted">{t('consequence', { name })}</p>
    </ActDialog>
  );
}

interface RolesProps {
  title: string;
  roles: RoleChoice[];
  way: 'given' | 'taken';
}

function Roles({ title, roles, way }: RolesProps) {
  const Icon = way === 'given' ? Plus : Minus;
  return (
    <section>
      <h3 className="text-sm font-medium text-muted">{title}</h3>
      <ul className="grid gap-1 pt-1">
        {roles.map(({ id, name }) => (
          <li key={id} className="flex gap-2">
            <Icon
              aria-hidden
              className={`mt-0.5 size-4 shrink-0 ${way === 'given' ? 'text-success' : 'text-danger'}`}
            />
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useChangeRoles(userId: UserId) {
  return useUserAct(userId, 'changeRoles', {
    run: (call, { reason, ...body }: RoleChange & Why) =>
      call(changeRoles, { params: { userId }, body, reason }),
    // What came of it: someone else may have given or taken others meanwhile.
    onDone: (known, { roles: items }) =>
      known.change((detail) => ({ ...detail, roles: { state: 'ready', items } })),
  });
}
