import { useT } from '#app/messages/use-t.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { Badge } from '#app/ui/badge.tsx';
import type { Identity, UserDetail } from '#contract/user.ts';
import { RowAct } from '../act/row-act.tsx';
import { IconItem } from '../icon-item.tsx';
import { iconOf, keyOf, useIdentityKind } from './identity-kind.ts';

interface IdentityListProps {
  detail: UserDetail;
  onUnlink: (identity: Identity) => void;
}

/** The accounts by which someone signs in; with several, the one that gives the name and the rest is marked. */
export function IdentityList({ detail, onUnlink }: IdentityListProps) {
  const t = useT('identities');
  const kindOf = useIdentityKind();
  const labelOf = useConnectionLabel();
  const { user } = detail;
  const areSeveral = user.identities.length > 1;
  return (
    <ul>
      {user.identities.map((identity) => {
        const kind = kindOf(identity, user.username);
        const facts = [labelOf(identity.connection), identity.name, identity.email];
        const unlink = (
          <RowAct
            detail={detail}
            act="unlinkIdentity"
            item={keyOf(identity)}
            label={t('unlink')}
            name={t('unlinkNamed', { account: kind })}
            onSelect={() => onUnlink(identity)}
          />
        );
        return (
          <IconItem
            key={keyOf(identity)}
            icon={iconOf(identity)}
            title={kind}
            aside={areSeveral && <Badge>{t(identity.primary ? 'primary' : 'linked')}</Badge>}
            action={!identity.primary && unlink}
          >
            {distinct(facts, kind).map((fact) => (
              <bdi key={fact}>{fact}</bdi>
            ))}
          </IconItem>
        );
      })}
    </ul>
  );
}

/** What is known, each once, and not what the title says already. */
function distinct(facts: (string | undefined)[], title: string): string[] {
  return [...new Set(facts.filter((fact): fact is string => fact !== undefined && fact !== title))];
}
