import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import type { BruteForceBlock } from '#contract/user.ts';

/** What brute-force protection refuses, and that it is not an administrator who did it. */
export function LockList({ locks }: { locks: BruteForceBlock[] }) {
  const t = useT('userPage.security');
  return (
    <div className="py-1">
      <Banner tone="warning">
        <ul className="grid gap-1 font-medium">
          {locks.map(({ identifier, ip, connection }) => (
            <li key={`${identifier} ${ip} ${connection}`}>
              {t.rich(ip === undefined ? 'lockedEverywhere' : 'lockedFrom', {
                identifier: () => <bdi>{identifier}</bdi>,
                ip: () => <bdi dir="ltr">{ip}</bdi>,
              })}
            </li>
          ))}
        </ul>
        <p className="pt-1 text-sm text-muted">{t('lockedAdvice')}</p>
      </Banner>
    </div>
  );
}
