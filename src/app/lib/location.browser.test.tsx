import { createRoot } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Link, Route, Router, Switch, useSearch } from 'wouter';
import { userPath } from '#app/paths.ts';
import { organizationId } from '#contract/me.ts';
import { userId } from '#contract/user.ts';
import { browserLocation, hashLocation, segmentValue } from './location.ts';

const home = location.pathname + location.search;
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
  history.replaceState(null, '', home);
});

function Screen({ organization, userId: id }: { organization: string; userId: string }) {
  return (
    <>
      <output aria-label="organization">{segmentValue(organization)}</output>
      <output aria-label="user">{segmentValue(id)}</output>
      <output aria-label="search">{new URLSearchParams(useSearch()).get('q')}</output>
    </>
  );
}

function show(hook: ReturnType<typeof hashLocation>, link: string) {
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  root.render(
    <Router hook={hook}>
      <Link href={link}>open</Link>
      <Switch>
        <Route path="/o/:organization/users/:userId">{(segments) => <Screen {...segments} />}</Route>
      </Switch>
    </Router>,
  );
  closing.push(() => {
    root.unmount();
    container.remove();
  });
}

const shown = (name: string) => expect.poll(() => page.getByLabelText(name).element().textContent);
const base = new URL('/some base/', location.origin).pathname;
const histories = { browser: () => browserLocation(base), hash: hashLocation };
const difficult = ['auth0|42', 'a/b', '100%', '%2F', '%252F', 'a?b#c&d', '😀', 'Zoë "& Söhne" *', 'x y+z'];
const cases = Object.entries(histories).flatMap(([name, make]) =>
  difficult.map((text) => ({ name, make, text })),
);

it.each(cases)('keeps $text whole on its way through the $name history', async ({ make, text }) => {
  const path = userPath(organizationId.parse(text), userId.parse(text));
  show(make(), `${path}?${new URLSearchParams({ q: text })}`);

  await page.getByRole('link', { name: 'open' }).click();

  await shown('organization').toBe(text);
  await shown('user').toBe(text);
  await shown('search').toBe(text);
});

it('gives links an address that opens the same screen', async () => {
  const path = userPath(organizationId.parse('Acme'), userId.parse('auth0|42'));
  show(hashLocation(), path);

  const link = page.getByRole('link', { name: 'open' });

  await expect.element(link).toHaveAttribute('href', '#/o/Acme/users/auth0%7C42');
});

it('finds nothing behind percent signs that mean nothing', () => {
  expect(segmentValue('%E0%A4%A')).toBeNull();
});
