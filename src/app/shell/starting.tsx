import { Skeleton } from '#app/ui/skeleton.tsx';
import { Spinner } from '#app/ui/spinner.tsx';

const rows = ['w-40', 'w-56', 'w-48', 'w-36', 'w-52', 'w-44'];

/** The outline of the app, as index.html draws it before any script has run, and what is being waited for. */
export function Starting({ label }: { label: string }) {
  return (
    <div>
      <div className="flex h-12 items-center gap-3 border-b border-line bg-surface px-4">
        <Skeleton className="size-6 rounded-md" />
        <Skeleton className="w-24" />
        <Skeleton className="ms-auto size-8 rounded-full" />
      </div>
      <main className="mx-auto max-w-7xl px-4 py-6">
        <p role="status" className="flex min-h-8 items-center gap-2 pb-4 text-muted">
          <Spinner />
          {label}
        </p>
        <div className="rounded-lg border border-line bg-surface">
          {rows.map((width) => (
            <div
              key={width}
              className="flex h-12 items-center gap-3 border-b border-line px-3 last:border-b-0"
            >
              <Skeleton className="size-8 rounded-full" />
              <Skeleton className={width} />
            </div>
          ))}
        </div>
      </main>
    </div>
  );
}
