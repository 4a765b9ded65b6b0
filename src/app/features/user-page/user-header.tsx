import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { useWayBack } from '#app/lib/way-back.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';
import type { UserDetail, UserSummary } from '#contract/user.ts';
import { BlockControl } from './security/block-control.tsx';
import { StatusBadges } from './status-badges.tsx';

interface UserHeaderProps {
  /** What a list knows, until the page itself is there; nothing when it was opened by its address. */
  user: UserSummary | 'missing' | undefined;
  detail: UserDetail | undefined;
}

/** Who this is, whether he can sign in, and the one act. */
export function UserHeader({ user, detail }: UserHeaderProps) {
  const t = useT('userPage');
  // Each of these is the same heading to React, so that the focus stays on it while the words change.
  if (user === 'missing') return <PageHeader back={<BackLink />} title={t('missingTitle')} />;
  const locks = detail?.bruteForceBlocks;
  const locked = locks?.state === 'ready' && locks.items.length > 0;
  return (
    <PageHeader
      back={<BackLink />}
      picture={user ? <Avatar name={user.name} picture={user.picture} size="lg" /> : <PictureSkeleton />}
      title={user ? <bdi>{user.name}</bdi> : <NameSkeleton />}
      actions={detail && <BlockControl detail={detail} />}
    >
      {user ? (
        <>
          <Contact user={user} />
          <StatusBadges
            user={user}
            locked={locked}
            self={detail?.user.self ?? false}
            hasTemporaryPassword={detail?.user.temporary_password ?? false}
          />
        </>
      ) : (
        <ContactSkeleton />
      )}
    </PageHeader>
  );
}

/** To the list as it was when the page was opened. */
function BackLink() {
  const t = useT('userPage');
  const { organization } = useOrganization();
  return (
    <Link
      href={useWayBack(usersPath(organization))}
      className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-muted hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  );
}

/** What one would call or write to; a name that is the address is not said twice. */
function Contact({ user }: { user: UserSummary }) {
  const ways = [user.email, user.phone_number, user.username].filter(
    (way) => way !== undefined && way !== user.name,
  );
  if (ways.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-muted">
      {ways.map((way) => (
        <bdi key={way}>{way}</bdi>
      ))}
    </p>
  );
}

function PictureSkeleton() {
  return <span aria-hidden className="block size-14 shrink-0 animate-breathe rounded-full bg-sunken" />;
}

function NameSkeleton() {
  const t = useT('userPage');
  return (
    <>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Skeleton className="h-5 w-56 max-w-full" />
    </>
  );
}

function ContactSkeleton() {
  return (
    <>
      <Skeleton className="my-0.5 w-44 max-w-full" />
      <Skeleton className="h-5 w-16" />
    </>
  );
}
