import { expect, it } from 'vitest';
import { isolated } from './isolated.ts';

it.each(['محمد الحسيني', 'אליהו בן־דוד', 'Rolf \u202egpj.exe'])(
  'keeps the writing of %s within it',
  (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
  },
);

it.each(['Jane Doe', '李小明', 'यश श्रीवास्तव', '👩🏽‍🚀 Космонавт', ''])('leaves %s as it stands', (name) => {
  expect(isolated(name)).toBe(name);
});
