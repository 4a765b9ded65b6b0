import { useState } from 'react';
import * as z from 'zod/mini';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import { type UserProfile, type UserSummary, userSummary } from '#contract/user.ts';
import { LinkPreview } from './link-preview.tsx';
import { SecondAccountDialog } from './second-account-dialog.tsx';

/** What is brought back after a sign-in. */
const linkChosen = z.object({ search: z.string(), second: userSummary });

interface LinkDialogProps {
  user: UserProfile;
  onClose: () => void;
}

/** First which account, then what is lost. */
export function LinkDialog({ user, onClose }: LinkDialogProps) {
  const [before] = useState(() => linkChosen.safeParse(interruptedIn('linkIdentity')?.chosen).data);
  const [search, setSearch] = useState(before?.search ?? '');
  const [second, setSecond] = useState<UserSummary | null>(before?.second ?? null);
  if (second) {
    return (
      <LinkPreview
        user={user}
        second={second}
        chosen={{ search, second }}
        onBack={() => setSecond(null)}
        onClose={onClose}
      />
    );
  }
  return (
    <SecondAccountDialog
      user={user}
      search={search}
      onSearch={setSearch}
      onChoose={setSecond}
      onClose={onClose}
    />
  );
}
