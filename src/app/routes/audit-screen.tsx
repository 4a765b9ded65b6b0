import { Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';

const AuditPage = lazyWithWords(
  ['audit'],
  async () => (await import('#app/features/audit/audit-page.tsx')).AuditPage,
);

export function AuditScreen() {
  const t = useT('ui');
  return (
    <Suspense fallback={<Loading label={t('loading')} />}>
      <AuditPage />
    </Suspense>
  );
}
