import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { useRolesQuery } from '#app/lib/role-queries.ts';
import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';
import { Section } from '#app/ui/section.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';
import type { AssignableRole } from '#contract/roles.ts';
import type { UserProfile } from '#contract/user.ts';
import { ChangeRolesDialog } from './change-roles-dialog.tsx';
import { HeldRoles } from './held-roles.tsx';
import { changesIn, choicesOf, type HeldRole, type Wishes } from './role-choices.ts';
import { RoleList } from './role-list.tsx';
import { RoleReview } from './role-review.tsx';

interface RoleChooserProps {
  user: UserProfile;
  held: HeldRole[];
}

/** The roles that there are; several are changed at once, after a look at what changes. */
export function RoleChooser({ user, held }: RoleChooserProps) {
  const t = useT('roles');
  const query = useQuery(useRolesQuery());
  const error = useLastingError(query);
  return (
    <Section title={t('title')}>
      {query.data ? (
        <Choices user={user} held={held} listed={query.data.roles} />
      ) : error ? (
        <>
          <HeldRoles roles={held} />
          <FailurePanel error={error} onRetry={() => query.refetch()} retrying={query.isFetching} />
        </>
      ) : (
        <Loading label={t('loading')}>
          {held.map(({ id }) => (
            <Skeleton key={id} className="my-3 w-1/2" />
          ))}
          <Skeleton className="my-3 w-1/3" />
        </Loading>
      )}
    </Section>
  );
}

const none: Wishes = new Map();

/** What was chosen before the admin was sent to sign in again. */
function interruptedWishes(): Wishes | null {
  const { data } = z.record(z.string(), z.boolean()).safeParse(interruptedIn('changeRoles')?.chosen);
  return data ? new Map(Object.entries(data)) : null;
}

function Choices({ user, held, listed }: RoleChooserProps & { listed: AssignableRole[] }) {
  const t = useT('roles');
  const [before] = useState(interruptedWishes);
  const [wishes, setWishes] = useState(before ?? none);
  const choices = choicesOf(listed, held);
  const changes = changesIn(choices, wishes);
  const isChanged = changes.given.length + changes.taken.length > 0;
  const [isAsking, setAsking] = useState(before !== null && isChanged);
  const name = isolated(user.name);
  if (choices.length === 0) return <p className="py-1 text-muted">{t('noneToGive')}</p>;
  return (
    <>
      <p className="py-1 text-muted">{t('explained', { name })}</p>
      <RoleList
        choices={choices}
        wishes={wishes}
        onChange={(id, wanted) => setWishes(new Map(wishes).set(id, wanted))}
      />
      <RoleReview changes={changes} onReview={() => setAsking(true)} onReset={() => setWishes(none)} />
      {isAsking && (
        <ChangeRolesDialog
          user={user}
          held={held}
          changes={changes}
          chosen={Object.fromEntries(wishes)}
          onSaved={() => setWishes(none)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
