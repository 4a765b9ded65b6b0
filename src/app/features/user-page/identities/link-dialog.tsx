import { useState } from 'react';
import type { UserProfile, UserSummary } from '#contract/user.ts';
import { LinkPreview } from './link-preview.tsx';
import { SecondAccountDialog } from './second-account-dialog.tsx';

interface LinkDialogProps {
  user: UserProfile;
  onClose: () => void;
}

/** First which account, then what is lost. */
export function LinkDialog({ user, onClose }: LinkDialogProps) {
  const [search, setSearch] = useState('');
  const [second, setSecond] = useState<UserSummary | null>(null);
  if (second) {
    return <LinkPreview user={user} second={second} onBack={() => setSecond(null)} onClose={onClose} />;
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
