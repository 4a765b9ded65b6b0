import { html, raw } from 'hono/html';
import { opaqueValue } from './opaque-value.ts';
import { pageStyle } from './page-style.ts';

type Markup = ReturnType<typeof html>;

export interface Page {
  title: string;
  body: Markup;
  status?: number;
  /** Runs once the page is there. Must hold nothing that came from outside. */
  script?: string;
  /** Who may show the page in a frame; nobody unless said otherwise. */
  frameAncestors?: string;
}

/**
 * A whole page that loads nothing. `html` escapes every value put into it, so what came from outside is text.
 */
export async function renderPage({
  title,
  body,
  script,
  status = 200,
  frameAncestors,
}: Page): Promise<Response> {
  const nonce = opaqueValue(16);
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
${body}
${script ? html`<script nonce="${nonce}">${raw(script)}</script>` : ''}
</body>
</html>
`;
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'nonce-${nonce}'`,
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors ?? "'none'"}`,
  ];
  return new Response(String(page), {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}

/** JSON that can stand in a `script` element: nothing in it can end the element. */
export function scriptJson(value: unknown): Markup {
  return html`${raw(JSON.stringify(value).replaceAll('<', '\\u003c'))}`;
}
