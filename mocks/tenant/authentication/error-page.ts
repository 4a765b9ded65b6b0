import { html } from 'hono/html';
import { renderPage } from './page.ts';
import type { PageError } from './refusals.ts';

/** What a person sees when there is no app to send him back to. */
export function errorPage({ message, status }: PageError): Promise<Response> {
  return renderPage({
    title: 'Oops, something went wrong',
    status,
    body: html`<main class="card">
<h1>Oops, something went wrong</h1>
<p class="detail">${message}</p>
<p class="quiet">Go back to the app and try again. If it happens again, tell the people who run the app.</p>
</main>
<footer class="note">Demo tenant</footer>`,
  });
}
