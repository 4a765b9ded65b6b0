import { demoPeople } from '#mocks/seed/demo-seed.ts';
import type { Tenant } from '#tenant/tenant.ts';
import { forgetDemoAudit } from './demo-audit.ts';
import { type DemoSettings, demoLink, demoSettings, storeDemoSettings } from './demo-settings.ts';
import { setFaults } from './demo-tenant.ts';
import { fillMailsWhenOpened } from './mail-list.ts';
import { panelMarkup, panelStyle } from './panel-markup.ts';
import { signInAs } from './sign-in-as.ts';

/** Changes to these need a new tenant; the others apply at once. */
const needsReload: (keyof DemoSettings)[] = ['size'];

function readForm(form: HTMLFormElement): DemoSettings {
  const entries = Object.fromEntries(new FormData(form));
  return demoSettings.parse({
    size: Number(entries.size),
    latency: Number(entries.latency),
    lag: Number(entries.lag),
    trouble: entries.trouble,
    as: entries.as || undefined,
  });
}

function fill(form: HTMLFormElement, settings: DemoSettings) {
  for (const [name, value] of Object.entries(settings)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLSelectElement) control.value = String(value);
  }
}

/** A small panel, apart from the app's styles, by which a visitor plays the tenant: its people, size and troubles. */
export function showPanel(tenant: Tenant, settings: DemoSettings): void {
  const host = document.createElement('steward-demo-panel');
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = panelMarkup(demoPeople);
  root.adoptedStyleSheets = [panelStyle()];
  const form = root.querySelector('form');
  if (!form) return;
  fill(form, settings);
  form.addEventListener('change', (event) => {
    const control = event.target;
    if (!(control instanceof HTMLSelectElement)) return;
    const changed = readForm(form);
    storeDemoSettings(changed);
    if (control.name === 'as') void becomePersona(tenant, control.value);
    else if (needsReload.some((name) => name === control.name)) startAgain();
    else setFaults(tenant, changed);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  fillMailsWhenOpened(root, tenant);
  root.querySelector('[data-act=reset]')?.addEventListener('click', () => {
    tenant.reset();
    forgetDemoAudit();
    startAgain();
  });
  root.querySelector('[data-act=copy]')?.addEventListener('click', () => {
    void navigator.clipboard?.writeText(demoLink(readForm(form)));
  });
  document.body.append(host);
  // The end of a page can be scrolled out from under it.
  document.body.style.paddingBlockEnd = '3.5rem';
}

async function becomePersona(tenant: Tenant, email: string) {
  const person = demoPeople.find((candidate) => candidate.email === email);
  if (!person) return;
  await signInAs(tenant, person);
  startAgain();
}

/** Opens the app anew at its front door: what was open may not exist for another person or size. */
function startAgain() {
  const door = new URL(document.baseURI);
  door.hash = '';
  door.search = '';
  if (door.href === window.location.href) window.location.reload();
  else window.location.replace(door);
}
