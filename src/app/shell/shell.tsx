import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'wouter';
import { ErrorBoundary } from '#app/failure/error-boundary.tsx';
import { usePreparedFailures } from '#app/failure/prepare-failures.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { SkipLink } from '#app/ui/skip-link.tsx';
import { MainNavigation } from './main-navigation.tsx';
import { OrganizationSwitcher } from './organization-switcher.tsx';
import { useScreenFocus } from './screen-focus.ts';
import { UserMenu } from './user-menu.tsx';

/** What stands around every screen: who one is, where one works, and the way between screens. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useT('shell');
  const main = useRef<HTMLElement>(null);
  const screen = useScreenFocus(main);
  usePreparedFailures();
  return (
    <>
      <SkipLink target={main}>{t('skip')}</SkipLink>
      <Header />
      <main ref={main} tabIndex={-1} className="mx-auto max-w-7xl px-4 py-6">
        {/* A screen that broke is not carried over to the next. */}
        <ErrorBoundary key={screen}>{children}</ErrorBoundary>
      </main>
    </>
  );
}

function Header() {
  const { organization, me } = useOrganization();
  const { title, logo } = me.settings;
  return (
    <header className="border-b border-line bg-surface print:hidden">
      <div className="mx-auto flex min-h-12 max-w-7xl flex-wrap items-center gap-x-3 px-4 max-sm:pt-2">
        <Link
          href={usersPath(organization)}
          className="flex min-h-8 shrink-0 items-center gap-2 rounded-md font-semibold"
        >
          <ProductMark title={title} logo={logo} />
          <span className="max-w-48 truncate max-md:sr-only">{title}</span>
        </Link>
        {/* Gives way, so that what one is stays beside it; the navigation goes below where it must. */}
        <div className="flex min-w-0 max-sm:flex-1 max-sm:basis-0">
          <OrganizationSwitcher />
        </div>
        <MainNavigation />
        <div className="ms-auto">
          <UserMenu />
        </div>
      </div>
    </header>
  );
}

/** The vendor's logo; where there is none, or it does not load, the first letter of the title. */
function ProductMark({ title, logo }: { title: string; logo: string | undefined }) {
  const [broken, setBroken] = useState<string>();
  if (logo && logo !== broken) {
    return <img src={logo} alt="" onError={() => setBroken(logo)} className="h-6 max-w-24 object-contain" />;
  }
  return (
    <span
      aria-hidden
      className="inline-grid size-6 place-items-center rounded-md bg-accent text-sm font-semibold text-on-accent"
    >
      {[...title][0]?.toUpperCase()}
    </span>
  );
}
