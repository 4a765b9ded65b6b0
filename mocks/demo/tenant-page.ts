import { createDemoTenant } from './demo-tenant.ts';
import { showPeople } from './people-list.ts';

/**
 * A page of the tenant in a demo without a server: asks the tenant in the page what Auth0 would answer to this
 * address, then does what a browser does with the answer.
 */
const tenant = createDemoTenant();

async function follow(request: Request): Promise<void> {
  const response = await tenant.fetch(request);
  const location = response.headers.get('location');
  if (location === null) {
    await show(response);
    return;
  }
  const target = new URL(location, request.url);
  if (target.href.startsWith(`${tenant.url}/`)) await follow(new Request(target));
  else window.location.replace(target);
}

async function show(response: Response) {
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
  for (const script of document.querySelectorAll('script:not([type="application/json"])')) runAgain(script);
  const login = document.querySelector<HTMLFormElement>('form:has([name=password])');
  if (login) showPeople(login);
  document.querySelector<HTMLElement>('[autofocus]')?.focus();
}

/** A script that was parsed apart from a page does not run until it is made anew. */
function runAgain(script: Element) {
  const copy = document.createElement('script');
  copy.textContent = script.textContent;
  script.replaceWith(copy);
}

function submitted(form: HTMLFormElement, submitter: HTMLElement | null): Request {
  const fields = [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]);
  const body = new URLSearchParams(fields);
  return form.method === 'post'
    ? new Request(form.action, { method: 'POST', body })
    : new Request(`${form.action.split('?')[0]}?${body}`);
}

window.addEventListener('submit', (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  // A form that leaves the tenant (response_mode=form_post) is the browser's business.
  if (!event.target.action.startsWith(`${tenant.url}/`)) return;
  event.preventDefault();
  void follow(submitted(event.target, event.submitter));
});

/** What was asked for, without what a static host has made of it: a slash at the end, or the file's name. */
function askedFor(): URL {
  const url = new URL(window.location.href);
  url.pathname = url.pathname.replace(/(\/|\/index\.html|\.html)$/, '');
  return url;
}

await follow(new Request(askedFor()));
