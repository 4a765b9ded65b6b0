import type { ReactElement } from 'react';
import { useT } from '#app/messages/use-t.ts';

/** An application may have access many times over, for instance once for each time that it was opened. */
const shownAtOnce = 5;

/** A list whose first few items are seen, and the others on demand. */
export function LongList({ items }: { items: ReactElement[] }) {
  const t = useT('security');
  const more = items.slice(shownAtOnce);
  return (
    <>
      <ul>{items.slice(0, shownAtOnce)}</ul>
      {more.length > 0 && (
        <details className="border-t border-line">
          <summary className="w-fit cursor-default rounded-sm py-2 font-medium">
            {t('more', { count: more.length })}
          </summary>
          <ul>{more}</ul>
        </details>
      )}
    </>
  );
}
