import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import type { UserDetail } from '#contract/user.ts';
import { PagePart, type Retry } from '../page-part.tsx';

export function RolesSection({ roles, retry }: { roles: UserDetail['roles']; retry: Retry }) {
  const t = useT('userPage.roles');
  return (
    <Section title={t('title')}>
      <PagePart part={roles} retry={retry} empty={t('none')}>
        {(items) => (
          <ul>
            {items.map(({ id, name, description }) => (
              <li key={id} className="border-b border-line py-2 last:border-b-0">
                <p className="font-medium">
                  <bdi>{name}</bdi>
                </p>
                {description && <p className="text-sm text-muted">{description}</p>}
              </li>
            ))}
          </ul>
        )}
      </PagePart>
    </Section>
  );
}
