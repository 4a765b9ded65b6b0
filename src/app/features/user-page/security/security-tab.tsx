import { SecuritySection } from '../security-section.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';

export function SecurityTab({ detail, retry }: TabProps) {
  return <SecuritySection detail={detail} retry={retry} />;
}
