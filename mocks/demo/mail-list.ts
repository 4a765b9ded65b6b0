import type { Mail } from '#tenant/outbox.ts';
import type { Tenant } from '#tenant/tenant.ts';

/** Fills the panel's list of mails, newest first, each time it is opened: a person follows an invitation from there. */
export function fillMailsWhenOpened(root: ShadowRoot, tenant: Tenant): void {
  const mails = root.querySelector<HTMLDetailsElement>('[data-mails]');
  const list = mails?.querySelector('ul');
  mails?.addEventListener('toggle', () => {
    if (mails.open) list?.replaceChildren(...entries(tenant.mails()));
  });
}

function entries(mails: Mail[]): HTMLLIElement[] {
  if (mails.length > 0) return mails.toReversed().map(entry);
  const nothing = document.createElement('li');
  nothing.textContent = 'Nothing yet. Invite somebody, or send a password reset.';
  return [nothing];
}

function entry({ subject, url, to, sent_at }: Mail): HTMLLIElement {
  const link = document.createElement('a');
  link.href = url;
  // A page of its own: the admin goes on where he was.
  link.target = '_blank';
  link.textContent = subject;
  const about = document.createElement('span');
  about.textContent = `to ${to}, ${new Date(sent_at).toLocaleTimeString('en')}`;
  const item = document.createElement('li');
  item.append(link, about);
  return item;
}
