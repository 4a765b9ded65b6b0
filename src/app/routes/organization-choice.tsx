import { Building2, ChevronRight } from 'lucide-react';
import { Link } from 'wouter';
import { useT } from '#app/messages/use-t.ts';
import { usersPath } from '#app/paths.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { Card } from '#app/ui/section.tsx';
import type { Me } from '#contract/me.ts';

/** The choice between several organizations. */
export function OrganizationChoice({ organizations }: Pick<Me, 'organizations'>) {
  const t = useT('shell');
  return (
    <StandalonePage title={t('chooseTitle')} icon={Building2}>
      <p className="text-muted">{t('chooseAdvice')}</p>
      <Card className="mt-2">
        <ul>
          {organizations.map(({ id, name }) => (
            <li key={id} className="border-b border-line last:border-b-0">
              <Link
                href={usersPath(id)}
                className="flex min-h-12 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-canvas"
              >
                <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="flex-1 font-medium">{name}</span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </StandalonePage>
  );
}
