import type { UserDetail } from '#contract/user.ts';

type Role = Extract<UserDetail['roles'], { state: 'ready' }>['items'][number];

/** Roles to read. */
export function HeldRoles({ roles }: { roles: Role[] }) {
  return (
    <ul>
      {roles.map(({ id, name, description }) => (
        <li key={id} className="border-b border-line py-2 last:border-b-0">
          <p className="font-medium">
            <bdi>{name}</bdi>
          </p>
          {description && <p className="text-sm text-muted">{description}</p>}
        </li>
      ))}
    </ul>
  );
}
