import { type ReactNode, useId } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import type { UserDetail } from '#contract/user.ts';
import { IdentityList } from './identity-list.tsx';
import { LockList } from './lock-list.tsx';
import { MethodList } from './method-list.tsx';
import { PagePart, type Retry } from './page-part.tsx';

/** How this person signs in, by what else he proves who he is, and what stands in his way. */
export function SecuritySection({ detail, retry }: { detail: UserDetail; retry: Retry }) {
  const t = useT('userPage.security');
  return (
    <Section title={t('title')}>
      <Part title={t('identities')}>
        <IdentityList user={detail.user} />
      </Part>
      <Part title={t('methods')}>
        <PagePart part={detail.authenticationMethods} retry={retry} empty={t('noMethods')}>
          {(methods) => <MethodList methods={methods} />}
        </PagePart>
      </Part>
      <Part title={t('locks')}>
        <PagePart part={detail.bruteForceBlocks} retry={retry} empty={t('noLocks')}>
          {(locks) => <LockList locks={locks} />}
        </PagePart>
      </Part>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="py-2">
      <h3 id={id} className="text-sm font-medium text-muted">
        {title}
      </h3>
      {children}
    </section>
  );
}
