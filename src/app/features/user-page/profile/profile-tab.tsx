import { LeaveSection } from '../leave/leave-section.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { AccountSection } from './account-section.tsx';
import { ProfileSection } from './profile-section.tsx';

/** Who someone is, what has become of his account, and apart from that what cannot be taken back. */
export function ProfileTab({ detail }: TabProps) {
  return (
    <div className="grid gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ProfileSection detail={detail} />
        <AccountSection user={detail.user} />
      </div>
      <LeaveSection detail={detail} />
    </div>
  );
}
