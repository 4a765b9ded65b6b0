import { RolesSection } from '../roles-section.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';

export function RolesTab({ detail, retry }: TabProps) {
  return <RolesSection roles={detail.roles} retry={retry} />;
}
