import { html } from 'hono/html';
import type { Demand } from '../password-policy.ts';
import { renderPage } from './page.ts';
import { field } from './page-field.ts';

interface ResetPasswordForm {
  /** Absolute, so that it works wherever the page is shown. */
  action: string;
  /** Whose password it is. */
  identifier: string;
  demands: Demand[];
  errors: { password?: string; repeated?: string };
}

/** Where a person chooses his own password. A plain form: it works without any script. */
export function resetPasswordPage({
  action,
  identifier,
  demands,
  errors,
}: ResetPasswordForm): Promise<Response> {
  const failed = Object.values(errors).some((error) => error !== undefined);
  const fields = { type: 'password', autocomplete: 'new-password', value: '' } as const;
  return renderPage({
    title: `${failed ? 'Error: ' : ''}Choose your password`,
    status: failed ? 400 : 200,
    body: html`<main class="card">
<h1>Choose your password</h1>
<p class="quiet">for <strong>${identifier}</strong></p>
<form method="post" action="${action}" novalidate>
<input type="hidden" name="username" autocomplete="username" value="${identifier}">
${field({
  ...fields,
  name: 'new-password',
  label: 'New password',
  error: errors.password,
  focus: errors.repeated === undefined,
  describedBy: 'demands',
})}
<div id="demands" class="demands"><p>What is asked of it:</p>
<ul>${demands.map(({ words }) => html`<li>${words}</li>`)}</ul></div>
${field({
  ...fields,
  name: 'repeated',
  label: 'The same again',
  error: errors.repeated,
  focus: errors.password === undefined && errors.repeated !== undefined,
})}
<button>Set password</button>
</form>
</main>
<footer class="note">Demo tenant. Everyone in it is made up.</footer>`,
  });
}
