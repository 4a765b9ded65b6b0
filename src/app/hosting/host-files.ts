import { cacheControl, type SiteOrigins, siteHeaders } from './site-headers.ts';

/** A configuration file of a static host: the site's headers, and index.html for every address that is no file. */
export interface HostFile {
  /** Where the host looks for it. */
  path: string;
  text: string;
}

type Headers = [name: string, value: string][];

/** Quoted for nginx, Apache and Caddy: no header of ours holds a quote or a dollar. */
const quoted = (text: string) => `"${text}"`;

/** The hosts we know, by name. */
export const hosts = {
  netlify: (headers) => [
    { path: 'dist/_headers', text: headersFile(headers) },
    { path: 'dist/_redirects', text: '/* /index.html 200\n' },
  ],
  // Pages answers unknown paths with index.html of itself, as long as there is no 404.html.
  cloudflare: (headers) => [{ path: 'dist/_headers', text: headersFile(headers) }],
  vercel: (headers) => [{ path: 'vercel.json', text: json(vercel(headers)) }],
  firebase: (headers) => [{ path: 'firebase.json', text: json(firebase(headers)) }],
  nginx: (headers) => [{ path: 'steward.conf', text: nginx(headers) }],
  apache: (headers) => [{ path: 'dist/.htaccess', text: apache(headers) }],
  caddy: (headers) => [{ path: 'Caddyfile', text: caddy(headers) }],
} as const satisfies Record<string, (headers: Headers) => HostFile[]>;

export type HostName = keyof typeof hosts;

/** The files for one host. */
export function hostFiles(host: HostName, origins: SiteOrigins): HostFile[] {
  return hosts[host](Object.entries(siteHeaders(origins)));
}

/** Netlify and Cloudflare Pages. Cloudflare joins values of rules that both match, so each path has its own rule. */
function headersFile(headers: Headers): string {
  const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
  return ['/*', ...lines, '', '/assets/*', `  cache-control: ${cacheControl.assets}`, ''].join('\n');
}

function vercel(headers: Headers): object {
  return {
    outputDirectory: 'dist',
    rewrites: [{ source: '/((?!assets/).*)', destination: '/index.html' }],
    headers: [
      { source: '/(.*)', headers: headers.map(([key, value]) => ({ key, value })) },
      { source: '/assets/(.*)', headers: [{ key: 'cache-control', value: cacheControl.assets }] },
    ],
  };
}

function firebase(headers: Headers): object {
  return {
    hosting: {
      public: 'dist',
      rewrites: [{ source: '**', destination: '/index.html' }],
      headers: [
        { source: '**', headers: headers.map(([key, value]) => ({ key, value })) },
        { source: '/assets/**', headers: [{ key: 'cache-control', value: cacheControl.assets }] },
      ],
    },
  };
}

/** A location with a header of its own forgets those of the server, so each location repeats them. */
function nginx(headers: Headers): string {
  const lines = headers.map(([name, value]) => `    add_header ${name} ${quoted(value)} always;`);
  return `# Inside your server block, with "root" at the site's folder.
location / {
${lines.join('\n')}
    add_header cache-control ${quoted(cacheControl.rest)} always;
    try_files $uri /index.html;
}
location /assets/ {
${lines.join('\n')}
    add_header cache-control ${quoted(cacheControl.assets)};
    try_files $uri =404;
}
`;
}

function apache(headers: Headers): string {
  const lines = headers.map(([name, value]) => `Header always set ${name} ${quoted(value)}`);
  return `# Needs mod_headers and mod_rewrite.
${lines.join('\n')}
Header always set cache-control ${quoted(cacheControl.rest)}
<If "%{REQUEST_URI} =~ m#/assets/#">
  Header set cache-control ${quoted(cacheControl.assets)}
</If>
RewriteEngine On
RewriteCond %{REQUEST_FILENAME} !-f
RewriteCond %{REQUEST_URI} !/assets/
RewriteRule ^ index.html [L]
`;
}

function caddy(headers: Headers): string {
  const lines = headers.map(([name, value]) => `    ${name} ${quoted(value)}`);
  return `admin.example.com {
  root * dist
  header {
${lines.join('\n')}
    cache-control ${quoted(cacheControl.rest)}
  }
  header /assets/* cache-control ${quoted(cacheControl.assets)}
  handle /assets/* {
    file_server
  }
  handle {
    try_files {path} /index.html
    file_server
  }
}
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
