import { html } from 'hono/html';
import { renderPage } from './page.ts';
import { field } from './page-field.ts';

export interface LoginForm {
  /** Absolute, so that it works wherever the page is shown. */
  action: string;
  appName: string;
  organizationName?: string;
  identifier: string;
  /** What is wrong, in words for the person: of one field, or of the whole. */
  errors: { identifier?: string; password?: string; form?: string };
}

/** The tenant's login page. A plain form: it works without any script. */
export function loginPage(form: LoginForm): Promise<Response> {
  const { errors, identifier } = form;
  const failed = Object.values(errors).some((error) => error !== undefined);
  const startWithPassword = identifier !== '' && errors.identifier === undefined;
  return renderPage({
    title: `${failed ? 'Error: ' : ''}Sign in to ${form.appName}`,
    status: failed ? 400 : 200,
    body: html`<main class="card">
<h1>Sign in</h1>
<p class="quiet">to continue to <strong>${form.appName}</strong>${
      form.organizationName ? html` as a member of <strong>${form.organizationName}</strong>` : ''
    }</p>
${errors.form ? html`<p class="alert" id="form-error" role="alert">${errors.form}</p>` : ''}
<form method="post" action="${form.action}" novalidate>
${field({
  name: 'username',
  label: 'Email or username',
  type: 'text',
  autocomplete: 'username',
  value: identifier,
  error: errors.identifier,
  focus: !startWithPassword,
})}
${field({
  name: 'password',
  label: 'Password',
  type: 'password',
  autocomplete: 'current-password',
  value: '',
  error: errors.password,
  focus: startWithPassword,
})}
<button>Continue</button>
</form>
</main>
<footer class="note">Demo tenant. Everyone in it is made up.</footer>`,
  });
}
