import { html } from 'hono/html';

export interface Field {
  name: string;
  label: string;
  type: 'text' | 'password';
  autocomplete: string;
  value: string;
  error: string | undefined;
  focus: boolean;
  /** The id of more words about it. */
  describedBy?: string;
}

/** A labelled field of a page; what is wrong with it stands below and is tied to it. */
export function field({ name, label, type, autocomplete, value, error, focus, describedBy }: Field) {
  const errorId = `${name}-error`;
  const described = [describedBy, error && errorId].filter(Boolean).join(' ');
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" required${
    error ? html` aria-invalid="true"` : ''
  }${described ? html` aria-describedby="${described}"` : ''}${focus ? html` autofocus` : ''}>
${error ? html`<p class="error" id="${errorId}">${error}</p>` : ''}
</div>`;
}
