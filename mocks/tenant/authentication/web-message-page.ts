import { html } from 'hono/html';
import { renderPage, scriptJson } from './page.ts';

/**
 * Reads `#authorization-response`: `{ targetOrigin, message }`, and posts `message` to the window that opened or
 * frames this one. A page that shows this HTML by other means than navigation can do the same: scripts put into a
 * document by `innerHTML` do not run.
 */
const script = `
const { targetOrigin, message } = JSON.parse(document.getElementById('authorization-response').textContent);
(window.opener ?? window.parent).postMessage(message, targetOrigin);
`;

/**
 * The answer to a silent authentication: a page without a face, in the app's hidden frame or in its popup, that posts
 * `{ type: 'authorization_response', response }` to the app's origin and to nobody else.
 *
 * @see https://auth0.com/docs/authenticate/login/configure-silent-authentication
 */
export function webMessagePage(targetOrigin: string, response: Record<string, string>): Promise<Response> {
  const data = { targetOrigin, message: { type: 'authorization_response', response } };
  return renderPage({
    title: 'Signing in',
    body: html`<script type="application/json" id="authorization-response">${scriptJson(data)}</script>`,
    script,
    frameAncestors: targetOrigin,
  });
}
