import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { UserAccess } from '#contract/security.ts';
import type { UserDetail, UserId, UserProfile } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import { useAccessQuery } from './access-queries.ts';
import { activityKey } from './activity-queries.ts';
import type { Call } from './api-client.ts';
import { useCall } from './call-context.ts';
import { forgetUser, rememberUser, useUserQueries } from './user-queries.ts';

/** What the screens know of one member, to be put right after an act. */
export interface KnownUser {
  /** He is so now, wherever he is shown. */
  remember(profile: UserProfile): void;
  /** A part of his page has become another. */
  change(change: (detail: UserDetail) => UserDetail): void;
  /** His page is asked for again: what may be done to him has changed. */
  renew(): Promise<void>;
  /** What he is signed in to has become another. */
  changeAccess(change: (access: UserAccess) => UserAccess): void;
  /** His sessions are asked for again where they are shown. */
  renewAccess(): Promise<void>;
  /** He is gone. */
  forget(userId?: UserId): void;
}

interface ActOptions<Input, Output> {
  /** Another name than the act's where one act has several calls. */
  name?: string;
  run: (call: Call, input: Input & Why) => Promise<Output>;
  onDone?: (known: KnownUser, output: Output, input: Input) => void;
}

/** Why the admin does it, where he is asked. */
export interface Why {
  reason?: string;
}

/** One act on one member. While one attempt is under way, a second does nothing. */
export function useUserAct<Output, Input = object>(
  userId: UserId,
  act: UserAct,
  { name = act, run, onDone }: ActOptions<Input, Output>,
) {
  const call = useCall();
  const cache = useQueryClient();
  const { organization } = useOrganization();
  const { queryKey } = useUserQueries().detail(userId);
  const known = useKnownUser(userId);
  const mutationKey = [...organizationKey(organization), 'act', name, userId];
  const { mutate, ...mutation } = useMutation({
    mutationKey,
    mutationFn: (input: Input & Why) => run(call, input),
    // An answer that set out before the write would bring the old state back.
    onMutate: () => cache.cancelQueries({ queryKey }),
    onSuccess: (output, input) => {
      onDone?.(known, output, input);
      void cache.invalidateQueries({ queryKey: activityKey(organization, userId) });
    },
  });
  const mutateOnce = (...given: Parameters<typeof mutate>) => {
    // Two quick presses come before React has shown the first: the cache knows it already.
    if (cache.isMutating({ mutationKey }) === 0) mutate(...given);
  };
  return { ...mutation, mutate: mutateOnce };
}

function useKnownUser(userId: UserId): KnownUser {
  const cache = useQueryClient();
  const { organization } = useOrganization();
  const { queryKey } = useUserQueries().detail(userId);
  const access = useAccessQuery(userId).queryKey;
  return useMemo(
    () => ({
      remember: (profile) => rememberUser(cache, organization, profile),
      change: (change) => void cache.setQueryData(queryKey, (detail) => detail && change(detail)),
      renew: () => cache.invalidateQueries({ queryKey }),
      changeAccess: (change) => void cache.setQueryData(access, (known) => known && change(known)),
      renewAccess: () => cache.invalidateQueries({ queryKey: access }),
      forget: (gone = userId) => forgetUser(cache, organization, gone),
    }),
    [cache, organization, queryKey, access, userId],
  );
}
