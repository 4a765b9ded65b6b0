import { html } from 'hono/html';
import { renderPage } from './page.ts';

/** The answer as a form that posts itself to the app. @see https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html */
export function formPostPage(action: string, parameters: Record<string, string>): Promise<Response> {
  const fields = Object.entries(parameters).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return renderPage({
    title: 'Signing in',
    body: html`<main class="card">
<form id="authorization-response-form" method="post" action="${action}">
${fields}
<p>You are signed in.</p>
<button>Continue</button>
</form>
</main>`,
    script: `document.getElementById('authorization-response-form').submit();`,
  });
}
