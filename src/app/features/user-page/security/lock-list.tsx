import { useT } from '#app/messages/use-t.ts';
import type { BruteForceBlock, UserDetail } from '#contract/user.ts';

/** Brute-force protection refuses some of his sign-ins. */
export function isLocked({ bruteForceBlocks: locks }: UserDetail): boolean {
  return locks.state === 'ready' && locks.items.length > 0;
}

/** What brute-force protection refuses. */
export function LockList({ locks }: { locks: BruteForceBlock[] }) {
  const t = useT('security.access');
  return (
    <ul className="grid gap-1">
      {locks.map(({ identifier, ip, connection }) => (
        <li key={`${identifier} ${ip} ${connection}`}>
          {t.rich(ip === undefined ? 'lockedEverywhere' : 'lockedFrom', {
            identifier: () => <bdi>{identifier}</bdi>,
            ip: () => <bdi dir="ltr">{ip}</bdi>,
          })}
        </li>
      ))}
    </ul>
  );
}
