import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import { useOffers } from '../act/act-reason.ts';
import { PagePart } from '../page-part.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { HeldRoles } from './held-roles.tsx';
import { RoleChooser } from './role-chooser.tsx';

/** The roles that someone holds, to give and to take for those who may. */
export function RolesTab({ detail, retry }: TabProps) {
  const t = useT('roles');
  const offer = useOffers(detail)('changeRoles');
  const { user, roles } = detail;
  const name = isolated(user.name);
  const mayChange = offer.shown && offer.reason === undefined;
  if (mayChange && roles.state === 'ready') return <RoleChooser user={user} held={roles.items} />;
  return (
    <Section title={t('title')}>
      <PagePart part={roles} retry={retry} empty={t('none', { name })}>
        {(items) => <HeldRoles roles={items} />}
      </PagePart>
      {offer.shown && offer.reason && <p className="py-2 text-sm text-muted">{offer.reason}</p>}
    </Section>
  );
}
