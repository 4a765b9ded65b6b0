import { problemUri } from '#contract/problem.ts';
import type { Way } from './served-app.ts';

/** What can go wrong between the browser and the proxy; `pass` gives what the proxy would have answered. */
export interface BrokenWay {
  name: string;
  way: Way;
}

const corsOf = (request: Request) => ({
  'access-control-allow-origin': request.headers.get('origin') ?? '',
  'access-control-expose-headers': 'retry-after',
});

function answer(status: number, body: string, headers: Record<string, string>): Way {
  return async (request, pass) =>
    request.method === 'OPTIONS'
      ? pass()
      : new Response(body, { status, headers: { ...corsOf(request), ...headers } });
}

function problem(type: Parameters<typeof problemUri>[0], status: number, headers = {}): Way {
  const body = JSON.stringify({ type: problemUri(type), title: 'x', status, instance: 'req-1' });
  return answer(status, body, { 'content-type': 'application/problem+json', ...headers });
}

/** Changes the text of what the proxy answers, which has done what was asked. */
function changed(change: (text: string) => string | null, headers: Record<string, string> = {}): Way {
  return async (request, pass) => {
    const response = await pass();
    if (request.method === 'OPTIONS') return response;
    const all = new Headers(response.headers);
    all.delete('content-length');
    for (const [name, value] of Object.entries(headers)) all.set(name, value);
    return new Response(change(await response.text()), { status: response.status, headers: all });
  };
}

const page = '<!doctype html><title>Bad gateway</title><h1>502 Bad gateway</h1><hr>nginx';
const html = { 'content-type': 'text/html' };

const cut: Way = async (_request, _pass, { socket }) => {
  socket.destroy();
  return new Response(null, { status: 500 });
};

/** A preflight is answered: a browser waits for one even when nobody waits for its request any more. */
const silence: Way = (request, pass) => (request.method === 'OPTIONS' ? pass() : new Promise(() => {}));

function afterwards(broken: Way): Way {
  return async (request, pass, incoming) => {
    const response = await pass();
    return request.method === 'OPTIONS' ? response : broken(request, pass, incoming);
  };
}

/** Faults that come before the proxy has heard of the request. */
export const waysIn: readonly BrokenWay[] = [
  { name: 'the connection is cut', way: cut },
  { name: 'no answer ever comes', way: silence },
  { name: 'a limit that says how long', way: problem('busy', 429, { 'retry-after': '1' }) },
  { name: 'a limit that does not say how long', way: problem('too-many-requests', 429) },
  { name: 'an error of the proxy', way: problem('internal-error', 500) },
  { name: 'the tenant is away', way: problem('auth0-unavailable', 503) },
  { name: 'the audit log is away', way: problem('audit-unavailable', 503) },
  { name: 'a gateway’s page', way: answer(502, page, html) },
  {
    name: 'a gateway’s page that the app may not read',
    way: async () => new Response(page, { status: 502, headers: html }),
  },
  {
    name: 'a limit of a gateway, without a word of ours',
    way: answer(429, 'slow down', { 'content-type': 'text/plain' }),
  },
];

/** Faults that come when the proxy has done what was asked. */
export const waysBack: readonly BrokenWay[] = [
  { name: 'the answer is lost', way: afterwards(cut) },
  { name: 'the answer never ends', way: afterwards(silence) },
  { name: 'the answer is cut in the middle', way: changed((text) => text.slice(0, text.length / 2)) },
  { name: 'the answer is a web page', way: changed(() => page, html) },
  { name: 'the answer is empty', way: changed(() => '') },
  { name: 'the answer lacks what was expected', way: changed(() => '{}') },
];

/** Not a fault to the app: what it does not know it leaves alone. */
export const newField: BrokenWay = {
  name: 'the answer has a new field',
  way: changed((text) => (text.startsWith('{') ? `{"brandNew":{"a":[1]},${text.slice(1)}` : text)),
};
