import { IdentitiesSection } from '../identities/identities-section.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { AccessSections } from './access-sections.tsx';
import { FactorsSection } from './factors-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { SignInState } from './sign-in-state.tsx';

/** How this person signs in, by what else he proves who he is, what stands in his way, and where he is signed in. */
export function SecurityTab({ detail, retry }: TabProps) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <div className="grid min-w-0 gap-4">
        <SignInState detail={detail} retry={retry} />
        <PasswordSection detail={detail} />
        <IdentitiesSection detail={detail} />
      </div>
      <div className="grid min-w-0 gap-4">
        <FactorsSection detail={detail} retry={retry} />
        <AccessSections detail={detail} />
      </div>
    </div>
  );
}
