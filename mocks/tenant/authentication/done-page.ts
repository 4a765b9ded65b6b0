import { html } from 'hono/html';
import { renderPage } from './page.ts';
import type { WayBack } from './way-back.ts';

/** What a person sees when he has done what a mail asked of him, with the way back to the app if there is one. */
export function donePage(title: string, detail: string, back: WayBack | null): Promise<Response> {
  return renderPage({
    title,
    body: html`<main class="card">
<h1>${title}</h1>
<p class="detail">${detail}</p>
${back ? html`<p><a class="button" href="${back.address}">Back to ${back.name}</a></p>` : ''}
</main>
<footer class="note">Demo tenant. Everyone in it is made up.</footer>`,
  });
}
