import { http, passthrough } from 'msw';
import { setupWorker } from 'msw/browser';
import { demoPeople } from '#mocks/seed/demo-seed.ts';
import { createDemoProxy } from './demo-proxy.ts';
import { readDemoSettings } from './demo-settings.ts';
import { createDemoTenant, demoBase } from './demo-tenant.ts';
import { showPanel } from './panel.ts';
import { signInAs } from './sign-in-as.ts';

/** The worker sees page loads and frames as well; only what a script asks for is answered here. */
function answeredBy(answer: (request: Request) => Response | Promise<Response>) {
  return ({ request }: { request: Request }) =>
    request.mode === 'navigate' ? passthrough() : answer(request);
}

const settings = readDemoSettings();
const tenant = createDemoTenant(settings);
const proxy = createDemoProxy(tenant);
const base = demoBase();

await setupWorker(
  http.all(
    new URL('api/*', base).href,
    answeredBy((request) => proxy.fetch(request)),
  ),
  http.all(
    new URL('tenant/*', base).href,
    answeredBy((request) => tenant.fetch(request)),
  ),
).start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: new URL('mockServiceWorker.js', base).href },
});

const person = demoPeople.find(({ email }) => email === settings.as);
if (person) await signInAs(tenant, person);
showPanel(tenant, settings);
await import('#app/main.ts');
