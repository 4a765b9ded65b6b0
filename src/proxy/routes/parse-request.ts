import * as z from 'zod/mini';
import type { Route } from '#contract/route.ts';
import type { ProxyContext } from '../http/exchange.ts';
import { bodyPointer, fieldErrors, queryPointer } from '../http/field-errors.ts';
import { readBody } from '../http/read-body.ts';
import { JsonFault, parseStrictJson } from '../http/strict-json.ts';
import { Problem } from '../problem.ts';

/** A request's parts, each as its schema gives it; undefined where the route has none. */
export interface ParsedRequest {
  params: unknown;
  query: unknown;
  body: unknown;
}

const nothing = z.strictObject({});

/**
 * Takes what the route declares and refuses all else.
 *
 * @throws Problem `invalid-request`, `body-too-large`, `unsupported-media-type`
 */
export async function parseRequest(route: Route, c: ProxyContext): Promise<ParsedRequest> {
  return {
    params: route.params && parsed(route.params, c.req.param(), queryPointer),
    query: parsed(route.query ?? nothing, onceEach(new URL(c.req.url).searchParams), queryPointer),
    body: route.body ? parsed(route.body, await jsonOf(c.req.raw), bodyPointer) : await noBody(c.req.raw),
  };
}

function parsed(schema: z.ZodMiniType, value: unknown, pointerTo: (path: readonly PropertyKey[]) => string) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem('invalid-request', { errors: fieldErrors(result.error.issues, pointerTo) });
}

/** Of a parameter that stands twice, one reader takes the first and another the last. */
function onceEach(parameters: URLSearchParams): Record<string, string> {
  const names = [...parameters.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated === undefined) return Object.fromEntries(parameters);
  throw new Problem('invalid-request', {
    errors: [{ pointer: `?${repeated.slice(0, 64)}`, detail: 'This stands twice.' }],
  });
}

async function jsonOf(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json *(; *charset="?utf-8"? *)?$/i.test(type))
    throw new Problem('unsupported-media-type');
  const text = await readBody(request);
  try {
    return parseStrictJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const { message: detail, pointer } = error;
    throw new Problem('invalid-request', pointer ? { errors: [{ pointer, detail }] } : { detail });
  }
}

async function noBody(request: Request): Promise<undefined> {
  // No `Request` of this method has one; Node's adapter would make a whole stream of nothing to say so.
  if (request.method === 'GET') return;
  if ((await readBody(request)) !== '')
    throw new Problem('invalid-request', { detail: 'This takes no body.' });
}
