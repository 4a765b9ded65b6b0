import { createProxy } from '#proxy/app.ts';
import { type Acting, startActing } from './possible-acts.ts';
import { clientOf } from './start-proxy.ts';

/** Gives numbers from 0 to below 1, the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Two administrators of Acme, and a tenant that serves one call at a time while `together` runs: whose is next, the seed
 * decides. So each seed is another order in which two requests can come between each other.
 */
export async function startTwo({ seed, proxies }: { seed: number; proxies: 1 | 2 }) {
  const draw = numbersFrom(seed);
  const waiting: (() => void)[] = [];
  let isOn = false;
  let isServing = false;

  function serveNext(): void {
    if (isServing || waiting.length === 0) return;
    isServing = true;
    // Everyone who can call by now has called.
    setImmediate(() => waiting.splice(Math.floor(draw() * waiting.length), 1)[0]?.());
  }

  const acting: Acting = await startActing({
    async between(request, pass) {
      if (!isOn) return pass(request);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        serveNext();
      });
      try {
        return await pass(request);
      } finally {
        isServing = false;
        serveNext();
      }
    },
  });
  const { admin: ada, addPerson, config, world, tenant } = acting;
  const person = addPerson({
    memberOf: 'Acme',
    role: 'administrator',
    profile: { email: 'bob@acme.example' },
  });
  const token = await tenant.token('bob@acme.example');
  const proxy = proxies === 1 ? acting.proxy : createProxy(config, world);
  const bob = { person, token, ...clientOf(proxy, config, token) };
  await Promise.all([ada.send('/me'), bob.send('/me')]);

  async function together<Value>(requests: (() => Promise<Value>)[]): Promise<Value[]> {
    isOn = true;
    const answers = await Promise.all(requests.map((send) => send()));
    isOn = false;
    return answers;
  }
  return { acting, ada, bob, together };
}
