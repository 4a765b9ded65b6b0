/** The look of the tenant's own pages: its own, not Steward's, as a vendor's login page is. Loads nothing. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#eef0f6, #12141b);
  --card: light-dark(#ffffff, #1c1f29);
  --edge: light-dark(#d8dce8, #2e3342);
  --field-edge: light-dark(#7c839a, #7a8199);
  --ink: light-dark(#171a24, #eceef5);
  --quiet: light-dark(#555c72, #a7adc0);
  --accent: light-dark(#3b3fc4, #a9b0ff);
  --accent-hover: light-dark(#2d31a3, #c2c7ff);
  --on-accent: light-dark(#ffffff, #14162b);
  --wrong: light-dark(#b3142b, #ff9aa5);
  --wrong-ground: light-dark(#fdeef0, #3a1c24);
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  min-height: 100svh;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 1.25rem;
  padding: 1.5rem 1rem;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  overflow-wrap: anywhere;
}
.card {
  width: 100%;
  max-width: 24rem;
  padding: clamp(1.25rem, 7vw, 2.25rem);
  background: var(--card);
  border: 1px solid var(--edge);
  border-radius: 0.875rem;
  box-shadow: 0 1px 2px rgb(16 20 40 / 6%), 0 12px 32px -12px rgb(16 20 40 / 18%);
}
h1 { margin: 0; font-size: 1.5rem; text-wrap: balance; line-height: 1.25; letter-spacing: -0.01em; }
p { margin: 0; }
h1 + p { margin-top: 0.25rem; }
.quiet { color: var(--quiet); }
.quiet strong { color: var(--ink); font-weight: 600; }
.detail { margin-block: 0.75rem; }
form { margin-top: 1.5rem; }
.field { margin-bottom: 1.125rem; }
label { display: block; margin-bottom: 0.375rem; font-size: 0.875rem; font-weight: 600; }
input {
  width: 100%;
  min-height: 2.75rem;
  padding: 0.5rem 0.75rem;
  font: inherit;
  color: inherit;
  background: var(--card);
  border: 1px solid var(--field-edge);
  border-radius: 0.5rem;
}
input:focus-visible, button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
input[aria-invalid='true'] { border-color: var(--wrong); }
.error { margin-top: 0.375rem; font-size: 0.875rem; color: var(--wrong); }
.alert {
  margin-top: 1.25rem;
  padding: 0.75rem 0.875rem;
  border-radius: 0.5rem;
  background: var(--wrong-ground);
  color: var(--wrong);
  font-size: 0.9375rem;
}
button {
  width: 100%;
  min-height: 2.75rem;
  margin-top: 0.375rem;
  padding: 0.5rem 1rem;
  font: inherit;
  font-weight: 600;
  color: var(--on-accent);
  background: var(--accent);
  border: 1px solid transparent;
  border-radius: 0.5rem;
  cursor: pointer;
}
button:hover { background: var(--accent-hover); }
a.button {
  display: block;
  margin-top: 1.25rem;
  padding: 0.625rem 1rem;
  font-weight: 600;
  text-align: center;
  text-decoration: none;
  color: var(--on-accent);
  background: var(--accent);
  border-radius: 0.5rem;
}
a.button:hover { background: var(--accent-hover); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.demands { margin-bottom: 1.125rem; font-size: 0.875rem; color: var(--quiet); }
.demands ul { margin: 0.25rem 0 0; padding-inline-start: 1.25rem; }
.mails { margin: 1.25rem 0 0; padding: 0; list-style: none; display: grid; gap: 0.875rem; font-size: 0.9375rem; }
.mails a { color: var(--accent); font-weight: 600; }
.note { font-size: 0.8125rem; color: var(--quiet); text-align: center; }
@media (prefers-reduced-motion: no-preference) { button { transition: background-color 120ms; } }
@media (forced-colors: active) { .alert { border: 1px solid; } }
`;
