import type { Plugin } from 'vite';

/**
 * Puts `<base href>` first in index.html, so that relative addresses hold on every deep link. A host that serves the
 * same build under another path changes this one attribute.
 *
 * @param path - the path under which the build is served, `/` at both ends.
 */
export function baseTag(path: string): Plugin {
  if (!/^\/(.*\/)?$/.test(path))
    throw new Error(`STEWARD_BASE must begin and end with "/"; it is "${path}".`);
  return {
    name: 'steward:base-tag',
    transformIndexHtml: {
      order: 'post',
      handler: () => [{ tag: 'base', attrs: { href: path }, injectTo: 'head-prepend' }],
    },
  };
}
