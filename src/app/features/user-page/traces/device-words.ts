import { useT } from '#app/messages/use-t.ts';
import { deviceOf } from './device.ts';

/** Enough to tell apps apart that call themselves something of their own. */
const longest = 60;

/** What Auth0 writes of a browser that it does not know. */
const isOther = /^Other\b/;

/** The browser and system in a few words; what is neither of the known ones, as it calls itself. */
export function useDeviceWords(): (userAgent: string | undefined) => string {
  const t = useT('traces');
  return (userAgent = '') => {
    const { browser, system } = deviceOf(userAgent);
    if (browser && system) return t('device', { browser, system });
    const known = browser ?? system ?? userAgent.trim();
    if (known === '' || isOther.test(known)) return t('unknownDevice');
    return known.length > longest ? `${known.slice(0, longest)}…` : known;
  };
}
