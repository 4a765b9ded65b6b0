import type { ResponseTarget } from './authorization-request.ts';
import { formPostPage } from './form-post-page.ts';
import type { AuthorizeError } from './refusals.ts';
import { webMessagePage } from './web-message-page.ts';

/** `code`, or `error` and `error_description`. */
export type ResponseParameters = Record<string, string>;

export function errorParameters(error: AuthorizeError): ResponseParameters {
  return { error: error.code, error_description: error.message };
}

/** Brings the answer to the app in the way it has asked for; `state` goes back as it came. */
export async function respond(target: ResponseTarget, answer: ResponseParameters): Promise<Response> {
  const parameters = { ...answer, ...(target.state !== undefined && { state: target.state }) };
  switch (target.responseMode) {
    case 'web_message':
      return webMessagePage(new URL(target.redirectUri).origin, parameters);
    case 'form_post':
      return formPostPage(target.redirectUri, parameters);
    case 'fragment':
      return redirect(`${target.redirectUri.split('#')[0]}#${new URLSearchParams(parameters)}`);
    case 'query':
      return redirect(withQuery(target.redirectUri, parameters));
  }
}

/** The address with these parameters added to those it has. */
export function withQuery(address: string, parameters: ResponseParameters): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** A fresh answer whose headers can still be added to: a session id may have to ride along. */
export function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { Location: location, 'Cache-Control': 'no-store' } });
}
