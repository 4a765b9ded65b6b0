import { Link } from 'wouter';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { userPath } from '#app/paths.ts';
import { userId } from '#contract/user.ts';

interface PersonLinkProps {
  /** As he was known then. */
  person: { user_id?: string; name?: string };
  /** There is no such user here; there may never have been one. */
  isGone?: boolean;
}

/** A person's name at that time, which leads to his page. */
export function PersonLink({ person, isGone = false }: PersonLinkProps) {
  const t = useT('audit');
  const { organization } = useOrganization();
  const id = person.user_id;
  const name = <bdi title={id}>{person.name ?? id ?? t('someone')}</bdi>;
  // Auth0's ids name their provider; whoever has none, such as Steward itself, has no page.
  if (!id?.includes('|') || isGone) return name;
  return (
    <Link href={userPath(organization, userId.parse(id))} className="rounded-sm hover:underline">
      {name}
    </Link>
  );
}
