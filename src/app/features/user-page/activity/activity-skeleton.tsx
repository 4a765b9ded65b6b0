import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';

const widths = ['w-1/2', 'w-2/5', 'w-3/5', 'w-1/3', 'w-1/2', 'w-2/5'];

export function ActivitySkeleton() {
  const t = useT('activity');
  return (
    <Loading label={t('loading')}>
      <div className="px-4 py-2">
        {widths.map((width, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change
          <div key={line} className="border-b border-line py-3.5 last:border-b-0">
            <Skeleton className={width} />
          </div>
        ))}
      </div>
    </Loading>
  );
}
