import type { TabProps } from '../tabs/tab-body.tsx';
import { RolesSection } from './roles-section.tsx';

export function RolesTab({ detail, retry }: TabProps) {
  return <RolesSection roles={detail.roles} retry={retry} />;
}
