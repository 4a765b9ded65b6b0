import { Download, UserRoundX } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { leavePath, usersPath } from '#app/paths.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import { textLinkStyle } from '#app/ui/text-link.ts';
import type { UserDetail } from '#contract/user.ts';
import { ActControl } from '../act/act-control.tsx';
import { useOffers } from '../act/act-reason.ts';
import { DataDialog } from './data-dialog.tsx';
import { isShared } from './leave-wish.ts';

/** What is about a person as a whole: seeing him out, and all that is held about him. */
export function LeaveActs({ detail }: { detail: UserDetail }) {
  const t = useT('leave.section');
  const { organization } = useOrganization();
  const offerOf = useOffers(detail);
  const [isDownloading, setDownloading] = useState(false);
  const { user } = detail;
  const name = isolated(user.name);
  const isLeaving = user.delete_at !== undefined && user.blocked;
  if (!offerOf('leave').shown && !offerOf('exportData').shown) return null;
  return (
    <Section title={t('title')}>
      <ul>
        {offerOf('exportData').shown && (
          <Act title={t('data', { name })} advice={t('dataAdvice')}>
            <ActControl detail={detail} act="exportData" onSelect={() => setDownloading(true)}>
              {(attributes) => (
                <Button {...attributes} icon={<Download aria-hidden className="size-4" />}>
                  {t('download')}
                </Button>
              )}
            </ActControl>
          </Act>
        )}
        {offerOf('leave').shown && (
          <Act
            title={t(isLeaving ? 'alreadyLeaving' : 'leaving', { name })}
            advice={t(isLeaving ? 'alreadyLeavingAdvice' : leavingAdviceFor(detail), {
              organization: isolated(organization),
            })}
          >
            <LeaveLink detail={detail} />
            <Link href={`${usersPath(organization)}?status=leaving`} className={`${textLinkStyle} text-sm`}>
              {t('everyone')}
            </Link>
          </Act>
        )}
      </ul>
      {isDownloading && <DataDialog user={user} onClose={() => setDownloading(false)} />}
    </Section>
  );
}

function LeaveLink({ detail }: { detail: UserDetail }) {
  const t = useT('leave.section');
  const { organization } = useOrganization();
  const words = (
    <>
      <UserRoundX aria-hidden className="size-4" />
      {t('start')}
    </>
  );
  return (
    <ActControl detail={detail} act="leave" onSelect={null}>
      {(attributes) =>
        attributes.disabled ? (
          <Button {...attributes}>{words}</Button>
        ) : (
          <Link href={leavePath(organization, detail.user.user_id)} className={buttonStyle()}>
            {words}
          </Link>
        )
      }
    </ActControl>
  );
}

/** Whoever belongs to others too can only be taken out of this organization. */
function leavingAdviceFor(detail: UserDetail) {
  return isShared(detail) ? 'leavingSharedAdvice' : 'leavingAdvice';
}

interface ActProps {
  title: string;
  advice: string;
  children: ReactNode;
}

function Act({ title, advice, children }: ActProps) {
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-muted">{advice}</p>
      </div>
      <div className="grid justify-items-start gap-1.5">{children}</div>
    </li>
  );
}
