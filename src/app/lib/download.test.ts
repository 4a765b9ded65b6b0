import { expect, it } from 'vitest';
import { fileName } from './download.ts';

const at = new Date('2026-11-21T10:00:00Z');

it.each([
  ['Jane Doe', 'data-Jane-Doe-2026-11-21.json'],
  ['Søren Ångström', 'data-Søren-Angstrom-2026-11-21.json'],
  ['../../etc/passwd', 'data-etc-passwd-2026-11-21.json'],
  ['李小明', 'data-李小明-2026-11-21.json'],
  ['Rolf \u202egpj.exe', 'data-Rolf-gpj-exe-2026-11-21.json'],
  ['***', 'data-2026-11-21.json'],
])('names a file about %s %s', (who, name) => {
  expect(fileName('data', who, at, 'json')).toBe(name);
});
