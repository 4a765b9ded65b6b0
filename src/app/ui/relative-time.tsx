import { useFormat } from '#app/lib/format.ts';

interface RelativeTimeProps {
  /** ISO 8601. */
  value: string;
  /** Where the exact time stands: on hover in a list, in brackets where there is room. */
  exact?: 'hover' | 'shown';
}

/** "3 hours ago", and exactly when. What is not a time is shown as it came. */
export function RelativeTime({ value, exact = 'hover' }: RelativeTimeProps) {
  const format = useFormat();
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  const precisely = format.dateTime(date);
  return (
    <time dateTime={value} title={precisely} className="whitespace-nowrap">
      {format.relative(date, new Date())}
      {exact === 'shown' && <span className="text-muted"> ({precisely})</span>}
    </time>
  );
}
