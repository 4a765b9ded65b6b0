import { AppWindow } from 'lucide-react';
import { useState } from 'react';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { Section } from '#app/ui/section.tsx';
import type { RefreshToken, UserAccess } from '#contract/security.ts';
import type { UserDetail, UserProfile } from '#contract/user.ts';
import { RowAct } from '../act/row-act.tsx';
import { IconItem } from '../icon-item.tsx';
import { PagePart, type Retry } from '../page-part.tsx';
import { useDeviceWords } from '../traces/device-words.ts';
import { EndOneDialog } from './end-one-dialog.tsx';
import { LongList } from './long-list.tsx';
import { useEndRefreshToken } from './use-end-access.ts';

interface ApplicationsSectionProps {
  detail: UserDetail;
  tokens: UserAccess['refreshTokens'];
  retry: Retry;
}

/** The applications that go on acting for someone without asking him again. */
export function ApplicationsSection({ detail, tokens, retry }: ApplicationsSectionProps) {
  const t = useT('security.applications');
  const [ending, setEnding] = useState<RefreshToken | null>(null);
  return (
    <Section title={t('title')}>
      {tokens.state === 'unentitled' ? (
        <p className="py-1 text-muted">{t('unentitled')}</p>
      ) : (
        <PagePart part={tokens} retry={retry} empty={t('none')}>
          {(items) => (
            <>
              <p className="py-1 text-sm text-muted">
                {t('explained', { name: isolated(detail.user.name) })}
              </p>
              <LongList
                items={latestFirst(items).map((token) => (
                  <TokenItem key={token.id} detail={detail} token={token} onEnd={() => setEnding(token)} />
                ))}
              />
            </>
          )}
        </PagePart>
      )}
      {ending && <EndTokenDialog user={detail.user} token={ending} onClose={() => setEnding(null)} />}
    </Section>
  );
}

function latestFirst(tokens: RefreshToken[]): RefreshToken[] {
  const used = ({ last_exchanged_at, created_at }: RefreshToken) =>
    Date.parse(last_exchanged_at ?? created_at ?? '') || 0;
  return tokens.toSorted((one, other) => used(other) - used(one));
}

interface TokenItemProps {
  detail: UserDetail;
  token: RefreshToken;
  onEnd: () => void;
}

function TokenItem({ detail, token, onEnd }: TokenItemProps) {
  const t = useT('security.applications');
  const deviceOf = useDeviceWords();
  const { application = t('unknown'), ip, user_agent, created_at, last_exchanged_at, expires_at } = token;
  const name = t('endNamed', { application });
  return (
    <IconItem
      icon={AppWindow}
      title={<bdi>{application}</bdi>}
      action={
        <RowAct
          detail={detail}
          act="endSessions"
          item={token.id}
          label={t('end')}
          name={name}
          onSelect={onEnd}
        />
      }
    >
      {user_agent && <span>{deviceOf(user_agent)}</span>}
      {ip && <bdi dir="ltr">{ip}</bdi>}
      {created_at && <span>{t.rich('since', { when: () => <RelativeTime value={created_at} /> })}</span>}
      {last_exchanged_at && (
        <span>{t.rich('used', { when: () => <RelativeTime value={last_exchanged_at} /> })}</span>
      )}
      {expires_at && <span>{t.rich('ends', { when: () => <RelativeTime value={expires_at} /> })}</span>}
    </IconItem>
  );
}

interface EndTokenDialogProps {
  user: UserProfile;
  token: RefreshToken;
  onClose: () => void;
}

function EndTokenDialog({ user, token, onClose }: EndTokenDialogProps) {
  const t = useT('security.applications');
  const { application = t('unknown') } = token;
  const name = isolated(user.name);
  return (
    <EndOneDialog
      ending={useEndRefreshToken(user.user_id)}
      id={token.id}
      title={t('endQuestion', { name, application })}
      confirmLabel={t('end')}
      done={t('ended')}
      onClose={onClose}
    >
      <p>{t('endConsequence', { name })}</p>
    </EndOneDialog>
  );
}
