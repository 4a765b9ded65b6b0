import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import type { UserDetail } from '#contract/user.ts';
import { PagePart, type Retry } from './page-part.tsx';
import { SignInItem } from './sign-in-item.tsx';

export function SignInsSection({ signIns, retry }: { signIns: UserDetail['signIns']; retry: Retry }) {
  const t = useT('userPage.signIns');
  return (
    <Section title={t('title')}>
      <PagePart part={signIns} retry={retry} empty={t('none')}>
        {(items) => (
          <ol>
            {items.map((signIn) => (
              <SignInItem key={signIn.log_id} signIn={signIn} />
            ))}
          </ol>
        )}
      </PagePart>
    </Section>
  );
}
