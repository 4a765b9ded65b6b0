import { useEffect } from 'react';
import { UsersPage } from '#app/features/users/users-page.tsx';
import { UserScreen } from './screens.ts';

export function UsersScreen() {
  useEffect(() => {
    // Safari has no idle callbacks; what is opened there loads when it is opened.
    if (!('requestIdleCallback' in window)) return;
    const idle = requestIdleCallback(UserScreen.prepare);
    return () => cancelIdleCallback(idle);
  }, []);
  return <UsersPage />;
}
