import { type DemoPerson, demoPeople } from '#mocks/seed/demo-seed.ts';

const style = `
:host { display: block; inline-size: 100%; max-inline-size: 24rem; margin: 1rem auto 0; color-scheme: light dark;
  font: 0.875rem/1.4 system-ui, sans-serif; }
h2 { margin: 0 0 0.5rem; font-size: inherit; font-weight: 600; }
ul { display: grid; gap: 0.25rem; margin: 0; padding: 0; list-style: none; }
button { inline-size: 100%; padding: 0.375rem 0.625rem; font: inherit; text-align: start; cursor: pointer;
  color: CanvasText; background: Canvas; border: 1px solid color-mix(in srgb, CanvasText 20%, transparent);
  border-radius: 0.5rem; }
button:hover { border-color: CanvasText; }
button:focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
span { display: block; overflow-wrap: anywhere; opacity: 0.75; }`;

function descriptionOf({ role, organizations, note }: DemoPerson): string {
  const where = [role, organizations.join(' and ')].filter((word) => word !== '').join(', ');
  return note ? `${where}; ${note}` : where;
}

function entry(person: DemoPerson, choose: (person: DemoPerson) => void): HTMLLIElement {
  const button = document.createElement('button');
  const what = document.createElement('span');
  what.textContent = descriptionOf(person);
  button.append(person.name, what);
  button.addEventListener('click', () => choose(person));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

/**
 * Puts the demo's people under its login form: one press signs in. A visitor of a static site has no terminal that
 * would have told him whom to sign in as.
 */
export function showPeople(form: HTMLFormElement): void {
  const host = document.createElement('steward-demo-people');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  const title = document.createElement('h2');
  title.textContent = 'Or come in as one of the demo’s people';
  const list = document.createElement('ul');
  const choose = ({ email, password }: DemoPerson) => {
    const fields = { username: email, password };
    for (const [name, value] of Object.entries(fields)) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement) control.value = value;
    }
    form.requestSubmit();
  };
  list.append(...demoPeople.map((person) => entry(person, choose)));
  root.append(title, list);
  document.body.append(host);
}
