import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TenantUser } from '#tenant/model.ts';
import { startSearchableTenant } from '#tests/support/searchable-tenant.ts';
import { compileSearch } from './search-query.ts';

const searchable = {
  organization: 'Acme',
  fields: [
    { name: 'department', path: 'app_metadata.department' },
    { name: 'level', path: 'user_metadata.level' },
  ],
  connections: [],
};

const people: Record<string, Partial<TenantUser>> = {
  jane: {
    name: 'Jane Doe',
    email: 'jane+test@acme.example',
    username: 'janed',
    last_login: '2026-01-31T23:59:59.999Z',
    logins_count: 3,
  },
  obrien: { name: "Síle O'Brien-Smith", email: 'sile@acme.example', email_verified: false, logins_count: 12 },
  taro: { name: '山田　太郎', email: 'taro@globex.example', blocked: true },
  external: { name: '[External] Ken (HR) "Kenny" * & Sons', app_metadata: { department: 'R&D' } },
  phone: { name: '+4917012345', phone_number: '+4917012345', user_metadata: { level: 5 } },
  ldap: { name: 'ACME\\kim', email: 'kim@acme.example', logins_count: 0, user_metadata: { level: '5' } },
};

async function startPeople() {
  const { tenant, ask } = await startSearchableTenant([]);
  for (const [id, profile] of Object.entries(people)) {
    tenant.addUser({ profile: { nickname: id, email: undefined, ...profile, user_id: `auth0|${id}` } });
  }
  return async (text: string) => {
    const { users } = await ask({ q: compileSearch(text, searchable), include_totals: true });
    return users.map((user) => user.user_id.replace('auth0|', '')).toSorted();
  };
}

it.each([
  ['jane+test@acme.example', ['jane']],
  ['JANE', ['jane']],
  ['"e do"', ['jane']],
  ['doe, jane', ['jane']],
  ['username:JaneD', ['jane']],
  ["o'brien-smith", ['obrien']],
  ['email:*@acme.example -jane', ['ldap', 'obrien']],
  ['email:(sile@acme.example OR taro@globex.example)', ['obrien', 'taro']],
  ['山田', ['taro']],
  ['"山田　太郎"', ['taro']],
  ['山田 OR jane', ['jane', 'taro']],
  ['[external] \\"Kenny\\"', ['external']],
  ['"(HR)"', ['external']],
  ['ken & sons', ['external']],
  ['name:"[External] Ken (HR) \\"Kenny\\" * & Sons"', ['external']],
  ['ACME\\kim', ['ldap']],
  ['+49 (170) 123-45', ['phone']],
  ['phone_number:"+49 170 12345"', ['phone']],
  ['status:blocked', ['taro']],
  ['status:unverified', ['obrien']],
  ['status:never-signed-in', ['external', 'ldap', 'phone', 'taro']],
  ['logins_count:<5', ['external', 'jane', 'ldap', 'phone', 'taro']],
  ['logins_count:>3', ['obrien']],
  ['last_login:2026-01', ['jane']],
  ['last_login:[* TO 2026-01-31]', ['jane']],
  ['last_login:[* TO 2026-01-31}', []],
  ['department:"R&D"', ['external']],
  ['level:5', ['ldap', 'phone']],
  ['NOT (jane OR sile OR kim OR ken) AND -status:blocked', ['phone']],
])('finds by %j', async (text, expected) => {
  const find = await startPeople();

  expect(await find(text)).toEqual(expected);
});

const visible = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((text) => text.trim().normalize('NFC'));

it('finds a person by his exact name whatever stands in it, and nobody else', async () => {
  const { tenant, ask } = await startSearchableTenant([]);
  tenant.addUser({ profile: { user_id: 'auth0|other', name: 'Other' } });

  await fc.assert(
    fc.asyncProperty(visible, async (name) => {
      fc.pre(name !== '' && name.toLowerCase() !== 'other' && !/\p{Cc}|\p{Cf}/u.test(name));
      tenant.addUser({ profile: { user_id: 'auth0|one', name } });
      const typed = name.replace(/["\\]/g, '\\$&');

      const { users } = await ask({ q: compileSearch(`name:"${typed}"`, searchable), include_totals: true });

      expect(users.map((user) => user.user_id)).toEqual(['auth0|one']);
    }),
  );
});
