import { useEffect } from 'react';
import type { Settings } from '#contract/me.ts';

/** Gives the screens of an organization the vendor's accent colour, as long as they are shown. */
export function useBranding(accent: Settings['accent']) {
  const { light, dark } = accent ?? {};
  useEffect(() => {
    if (!light || !dark) return;
    const { style } = document.documentElement;
    style.setProperty('--accent', `light-dark(${light}, ${dark})`);
    return () => void style.removeProperty('--accent');
  }, [light, dark]);
}
