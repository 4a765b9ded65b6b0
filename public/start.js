// Runs before the first paint, as a file of its own so that a Content-Security-Policy needs no exception.
// The chosen appearance; src/app/lib/theme.ts writes the key.
try {
  const theme = localStorage.getItem('steward.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to this page.
}

// The only policy of the page (Trusted Types): of all text that could become a script, a file of the site itself may,
// which is the token worker of Auth0's SDK.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    const url = new URL(address, document.baseURI);
    if (url.origin === location.origin && /\/assets\/[^/]+\.js$/.test(url.pathname)) return address;
    throw new TypeError('This is no script of the site');
  },
});

// A script of the app that does not arrive or breaks before it has drawn anything: say so instead of waiting for ever.
function sayNotStarted() {
  const root = document.getElementById('root');
  const words = document.getElementById('not-started');
  if (root?.firstElementChild?.ariaHidden && words) root.replaceChildren(words.content.cloneNode(true));
}
addEventListener(
  'error',
  ({ target }) => {
    // The window's own is a script's that came but broke, as in an old browser; other elements are no reason.
    if (target === window || target instanceof HTMLScriptElement) sayNotStarted();
  },
  true,
);
addEventListener('unhandledrejection', sayNotStarted);
