import type { Page } from 'playwright';

/** In this page an hour takes three minutes: what the app waits for, and how long, is the same but for that. */
export async function makeImpatient(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const faster = 20;
    const { setTimeout, setInterval } = window;
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    Object.assign(window, {
      setTimeout: (act: TimerHandler, ms = 0, ...rest: unknown[]) => setTimeout(act, ms / faster, ...rest),
      setInterval: (act: TimerHandler, ms = 0, ...rest: unknown[]) => setInterval(act, ms / faster, ...rest),
    });
    AbortSignal.timeout = (ms) => timeout(Math.ceil(ms / faster));
  });
}
