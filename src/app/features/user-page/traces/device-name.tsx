import { useT } from '#app/messages/use-t.ts';
import { deviceOf } from './device.ts';

/** The browser and system, with the full text they were read from for whoever opens it. */
export function DeviceName({ userAgent }: { userAgent: string }) {
  const t = useT('traces');
  return (
    <details className="min-w-0">
      <summary className="w-fit rounded-sm hover:text-ink">{useDeviceWords()(userAgent)}</summary>
      <p className="mt-0.5 mb-1 rounded-md bg-sunken px-2 py-1">
        {t('browserText')}{' '}
        <bdi dir="ltr" className="font-mono text-xs">
          {userAgent}
        </bdi>
      </p>
    </details>
  );
}

/** The browser and system in a few words. */
export function useDeviceWords(): (userAgent: string | undefined) => string {
  const t = useT('traces');
  return (userAgent = '') => {
    const { browser, system } = deviceOf(userAgent);
    if (browser && system) return t('device', { browser, system });
    return browser ?? system ?? t('unknownDevice');
  };
}
