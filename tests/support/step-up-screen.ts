import { decodeJwt } from 'jose';
import { vi } from 'vitest';
import { page } from 'vitest/browser';
import { noteConfirmation } from '#app/lib/confirmation.ts';
import { definePolicy, type PolicyInput } from '#proxy/policy/policy.ts';
import type { StartOptions } from './start-proxy.ts';
import { startUserScreen } from './user-screen.ts';

/**
 * The app under a policy that asks for sign-ins, and ways to do as one asks. The files that use it fake `Date`, and
 * move it on for an hour before each test, so that no sign-in is recent.
 */
export async function startStepUp(policy: PolicyInput, options: StartOptions = {}) {
  const app = await startUserScreen({ ...options, config: { policy: definePolicy(policy) } });

  /** From now on the admin's token tells of a sign-in of this moment. */
  async function signInNow(...methods: string[]) {
    app.admin.token = await app.keys.sign({
      ...decodeJwt(app.admin.token),
      'https://steward/auth_time': app.clock.now / 1000,
      'https://steward/amr': methods,
    });
  }

  /** Leaves the page as the way to the sign-in does: what this tab keeps is still there afterwards. */
  function leaveFor(close: () => void) {
    const kept = { ...sessionStorage };
    close();
    Object.assign(sessionStorage, kept);
  }

  /** What a page load after the sign-in finds, that the API had asked for. */
  async function comeBack(close: () => void, ...methods: string[]) {
    leaveFor(close);
    app.clock.now += 1000;
    await signInNow(...methods);
    noteConfirmation();
  }

  return { ...app, signInNow, leaveFor, comeBack };
}

/** Moves the page's clock on; the proxy has one of its own. */
export function passInPage(milliseconds: number) {
  vi.setSystemTime(Date.now() + milliseconds);
}

export const confirmation = page.getByRole('dialog', { name: 'Confirm that it is you' });
export const signInAgain = confirmation.getByRole('button', { name: 'Sign in again' });
/** Says before the act that a sign-in will be asked for. */
export const announcement = page.getByText(/^You will be asked to sign in again first/);
