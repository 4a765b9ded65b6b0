import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Loading } from '#app/ui/loading.tsx';
import { Section } from '#app/ui/section.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';
import type { UserDetail } from '#contract/user.ts';
import { AccountSection } from './account-section.tsx';
import type { Retry } from './page-part.tsx';
import { ProfileSection } from './profile-section.tsx';
import { RolesSection } from './roles-section.tsx';
import { SecuritySection } from './security-section.tsx';
import { SignInsSection } from './sign-ins-section.tsx';

/** Who it is at the side, what he does in the middle; below each other where there is no room. */
function Columns({ side, middle }: { side: ReactNode; middle: ReactNode }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(18rem,24rem)_minmax(0,1fr)]">
      <div className="grid gap-4">{side}</div>
      <div className="grid gap-4">{middle}</div>
    </div>
  );
}

export function UserSections({ detail, retry }: { detail: UserDetail; retry: Retry }) {
  const side = (
    <>
      <ProfileSection user={detail.user} />
      <AccountSection user={detail.user} />
      <RolesSection roles={detail.roles} retry={retry} />
    </>
  );
  const middle = (
    <>
      <SecuritySection detail={detail} retry={retry} />
      <SignInsSection signIns={detail.signIns} retry={retry} />
    </>
  );
  return <Columns side={side} middle={middle} />;
}

/** The same frames, with lines in them where words will be. */
export function UserSectionsSkeleton() {
  const t = useT('userPage');
  const { fields } = useOrganization().me.settings;
  const side = (
    <>
      <SectionSkeleton title={t('profile.title')} lines={4 + fields.length} />
      <SectionSkeleton title={t('profile.account')} lines={6} />
      <SectionSkeleton title={t('roles.title')} lines={1} />
    </>
  );
  const middle = (
    <>
      <SectionSkeleton title={t('security.title')} lines={6} />
      <SectionSkeleton title={t('signIns.title')} lines={8} />
    </>
  );
  return (
    <Loading label={t('loading')}>
      <Columns side={side} middle={middle} />
    </Loading>
  );
}

const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-2/5'];

function SectionSkeleton({ title, lines }: { title: string; lines: number }) {
  return (
    <Section title={title}>
      {[...Array(lines).keys()].map((line) => (
        <div key={line} className="border-b border-line py-[0.6875rem] last:border-b-0">
          <Skeleton className={widths[line % widths.length]} />
        </div>
      ))}
    </Section>
  );
}
