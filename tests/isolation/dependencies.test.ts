import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  inBundle?: boolean;
}

const lock: { packages: Record<string, Locked> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const manifest: { allowScripts: Record<string, boolean> } = JSON.parse(readFileSync('package.json', 'utf8'));

const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ name: path.split('node_modules/').at(-1) ?? path, ...entry }));

it('locks every package to what it was, by SHA-512', () => {
  // What is bundled comes within the file of the package around it.
  const loose = packages.filter(({ integrity, inBundle }) => !inBundle && !integrity?.startsWith('sha512-'));

  expect(packages.length).toBeGreaterThan(100);
  expect(loose.map(({ name }) => name)).toEqual([]);
});

it('takes packages from the registry that npm is set to, and from nowhere else', () => {
  const elsewhere = packages.filter(
    ({ resolved = 'https://registry.npmjs.org/' }) => !resolved.startsWith('https://registry.npmjs.org/'),
  );

  expect(elsewhere.map(({ name }) => name)).toEqual([]);
});

it('has decided of every package that would run a script when it is installed', () => {
  const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);

  expect(scripted.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
  // The pinned Node.js, and nothing else.
  expect(Object.keys(manifest.allowScripts).filter((name) => manifest.allowScripts[name])).toEqual(['node']);
});
