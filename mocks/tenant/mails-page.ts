import { html } from 'hono/html';
import { renderPage } from './authentication/page.ts';
import type { Mail } from './outbox.ts';

/** What the tenant has sent, for a person to read: newest first, each with its link. */
export function mailsPage(mails: Mail[]): Promise<Response> {
  return renderPage({
    title: 'Mail',
    body: html`<main class="card">
<h1>Mail</h1>
<p class="quiet">What the tenant has sent since it started. Nothing leaves this machine.</p>
${
  mails.length === 0
    ? html`<p class="detail">Nothing yet. Invite somebody, or send a password reset, and load this page again.</p>`
    : html`<ul class="mails">${mails.toReversed().map(entry)}</ul>`
}
</main>`,
  });
}

function entry({ to, subject, url, sent_at }: Mail) {
  return html`<li><a href="${url}">${subject}</a>
<p class="quiet">to ${to}, <time datetime="${sent_at}">${sent_at.slice(0, 19).replace('T', ' ')} UTC</time></p></li>`;
}
