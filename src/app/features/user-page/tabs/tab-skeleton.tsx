import { useT } from '#app/messages/use-t.ts';
import type { UserTab } from '#app/paths.ts';
import { Loading } from '#app/ui/loading.tsx';
import { Section } from '#app/ui/section.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';

const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-2/5'];
const lines = [...Array(8).keys()];

/** A frame with lines in it where words will be. */
export function TabSkeleton({ tab }: { tab: UserTab }) {
  const t = useT('userPage');
  return (
    <Loading label={t('loading')}>
      <Section title={t(`tabs.${tab}`)}>
        {lines.map((line) => (
          <div key={line} className="border-b border-line py-[0.6875rem] last:border-b-0">
            <Skeleton className={widths[line % widths.length]} />
          </div>
        ))}
      </Section>
    </Loading>
  );
}
