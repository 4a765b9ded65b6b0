import { html } from 'hono/html';
import { renderPage } from './page.ts';
import { field } from './page-field.ts';

interface SecondFactorForm {
  /** Absolute, so that it works wherever the page is shown. */
  action: string;
  appName: string;
  /** What will do. */
  code: string;
  error?: string;
}

/** Where a person shows his second factor. A plain form: it works without any script. */
export function secondFactorPage({ action, appName, code, error }: SecondFactorForm): Promise<Response> {
  return renderPage({
    title: `${error ? 'Error: ' : ''}Verify your identity`,
    status: error ? 400 : 200,
    body: html`<main class="card">
<h1>Verify your identity</h1>
<p class="quiet">to continue to <strong>${appName}</strong></p>
<form method="post" action="${action}" novalidate>
${field({
  name: 'code',
  label: 'One-time code',
  type: 'text',
  autocomplete: 'one-time-code',
  value: '',
  error,
  focus: true,
  describedBy: 'hint',
})}
<p class="quiet" id="hint">Every code here is <strong>${code}</strong>.</p>
<button>Continue</button>
</form>
</main>
<footer class="note">Demo tenant. Everyone in it is made up.</footer>`,
  });
}
