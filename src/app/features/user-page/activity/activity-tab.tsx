import type { TabProps } from '../tabs/tab-body.tsx';

export function ActivityTab(_: TabProps) {
  return null;
}
