import { Compass } from 'lucide-react';
import { Link } from 'wouter';
import { useT } from '#app/messages/use-t.ts';
import { screens } from '#app/paths.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { buttonStyle } from '#app/ui/button.tsx';

export function NotFoundRoute() {
  const t = useT('shell');
  return (
    <StandalonePage title={t('notFoundTitle')} icon={Compass}>
      <p className="text-muted">{t('notFoundAdvice')}</p>
      <p className="pt-1">
        <Link href={screens.home.path} className={buttonStyle('primary')}>
          {t('toUsers')}
        </Link>
      </p>
    </StandalonePage>
  );
}
