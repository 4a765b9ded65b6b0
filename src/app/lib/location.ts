import type { BaseLocationHook } from 'wouter';
import { useLocationProperty } from 'wouter/use-browser-location';

interface NavigateOptions {
  replace?: boolean;
  state?: unknown;
}

/**
 * wouter decodes a path before it matches it, which loses the difference between `%2F` and `%252F` in an id.
 * What is escaped once more comes out of it as it stands in the address; `segmentValue` decodes one segment, once.
 */
const shield = (text: string) => text.replaceAll('%', '%25');

/** The value of a path segment; null when it is not valid percent-encoding. */
export function segmentValue(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/**
 * Paths of the app in the address's path, below the page's base. Needs a host that serves the page for all of them.
 *
 * @param base - the base's path, such as `/` or `/admin/`.
 */
export function browserLocation(base: string): BaseLocationHook {
  const root = base.replace(/\/$/, '');
  const address = (path: string) => root + path;
  return locationHook({
    path: () => location.pathname.slice(root.length).replace(/^\/?(index\.html)?$/, '/'),
    search: () => location.search,
    address,
  });
}

/** Paths of the app behind `#`, with their query; for hosts that serve one file. Needs a page without a base tag. */
export function hashLocation(): BaseLocationHook {
  const parts = () => location.hash.replace(/^#?\/?/, '/').split('?');
  return locationHook({
    path: () => parts()[0] ?? '/',
    search: () => parts().slice(1).join('?'),
    address: (path) => `#${path}`,
  });
}

interface Source {
  path: () => string;
  search: () => string;
  address: (path: string) => string;
}

function locationHook({ path, search, address }: Source): BaseLocationHook {
  const navigate = (to: string, { replace = false, state = null }: NavigateOptions = {}) =>
    history[replace ? 'replaceState' : 'pushState'](state, '', address(to));
  const hook: BaseLocationHook = () => [useLocationProperty(() => shield(path())), navigate];
  hook.searchHook = () => useLocationProperty(() => shield(search()));
  hook.hrefs = address;
  return hook;
}
