const option = (value: string | number, label: string) => `<option value="${value}">${label}</option>`;

const select = (name: string, label: string, options: string) =>
  `<label><span>${label}</span><select name="${name}">${options}</select></label>`;

const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

/** The panel's HTML; `people` are those one can sign in as. */
export function panelMarkup(people: readonly { name: string; email: string; role: string }[]): string {
  const personas = people.map((person) =>
    option(escaped(person.email), `${escaped(person.name)}, ${escaped(person.role)}`),
  );
  return `
<details>
  <summary>Demo</summary>
  <form aria-label="Demo controls">
    <p>Everything runs in this page. Play the tenant:</p>
    ${select('as', 'Sign in as', option('', 'Stay as you are') + personas.join(''))}
    ${select(
      'size',
      'People in Acme',
      [25, 64, 5000, 100_000].map((size) => option(size, size.toLocaleString('en'))).join(''),
    )}
    ${select(
      'latency',
      'Auth0 answers after',
      [0, 200, 800, 3000].map((ms) => option(ms, `${ms} ms`)).join(''),
    )}
    ${select(
      'lag',
      'Search is behind by',
      [0, 4000, 30_000, 600_000].map((ms) => option(ms, `${ms / 1000} s`)).join(''),
    )}
    ${select(
      'trouble',
      'Trouble',
      option('none', 'None') +
        option('rate-limit', 'Rate limits of the free plan') +
        option('some-fail', 'Every third call fails') +
        option('down', 'Auth0 is down'),
    )}
    <section aria-label="Mail"><details data-mails><summary>Mail</summary><ul></ul></details></section>
    <div><button type="button" data-act="reset">Reset demo data</button>
    <button type="button" data-act="copy">Copy link</button></div>
  </form>
</details>`;
}

/** The panel's look: system colours, out of the app's way. */
export function panelStyle(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host { position: fixed; inset-block-end: 0.75rem; inset-inline-start: 0.75rem; z-index: 40; color-scheme: light dark;
  font: 0.8125rem/1.4 system-ui, sans-serif; }
details { background: Canvas; color: CanvasText; border: 1px solid GrayText; border-radius: 0.5rem; box-shadow: 0 0.25rem 1rem rgb(0 0 0 / 0.2);
  max-inline-size: min(18rem, calc(100vw - 1.5rem)); }
summary { padding: 0.375rem 0.75rem; cursor: pointer; font-weight: 600; border-radius: 0.5rem; }
summary:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
form { display: grid; gap: 0.5rem; padding: 0 0.75rem 0.75rem; }
p { margin: 0; }
label { display: grid; gap: 0.125rem; }
ul { display: grid; gap: 0.5rem; max-block-size: 12rem; margin: 0.25rem 0 0; padding: 0; overflow: auto; list-style: none; }
li { overflow-wrap: anywhere; }
li span { display: block; opacity: 0.75; }
[data-mails] { border: 0; box-shadow: none; max-inline-size: none; }
[data-mails] > summary { padding-inline: 0; }
select, button { font: inherit; min-block-size: 1.75rem; max-inline-size: 100%; }
div { display: flex; flex-wrap: wrap; gap: 0.5rem; }`);
  return sheet;
}
