import type { Acquaintance } from './acquaintance.ts';
import { neverSignedIn } from './circumstances.ts';
import { canary, connectionNames, organizationNames, roleNames } from './names.ts';

const { email, google, globexAdfs } = connectionNames;
const { acme, acmeLabs, globex, initech, lowerAcme, single, difficult, japanese, northwind, vendor } =
  organizationNames;

/** People of other organizations who are known by name: admins, and those who are easily taken for Acme's. */
export const neighbours: Readonly<Record<string, readonly Acquaintance[]>> = {
  [acmeLabs]: [
    { name: 'Lab Administrator', email: 'admin@labs.acme.example', roles: [roleNames.administrator] },
    { name: 'Jane Doe', email: 'jane.doe@labs.acme.example' },
    // The address looks like Acme's.
    { name: 'Lars Labs', email: 'lars.labs@acme.example', lockedFrom: '198.51.100.23' },
  ],
  [lowerAcme]: [
    { name: 'Baker Administrator', email: 'admin@acme-bakery.example', roles: [roleNames.administrator] },
    { name: 'Marie Croissant', email: 'marie@acme-bakery.example' },
    { name: 'Acme Acme', email: 'acme@acme-bakery.example' },
    { name: 'Émile Baguette', email: 'emile@acme-bakery.example', blocked: true },
  ],
  [globex]: [
    {
      name: 'Hank Scorpio',
      email: 'admin@globex.example',
      roles: [roleNames.administrator],
      methods: ['totp'],
    },
    { name: 'Olga Operator', email: 'olga@globex.example', roles: [roleNames.operator] },
    {
      name: 'Gus Google',
      connection: google,
      email: 'gus.globex@gmail.example',
      picture: 'https://lh3.googleusercontent.example/a/gus=s96-c',
    },
    // The same address as a member of Acme, by another connection.
    { name: 'Jane Doe', connection: google, email: 'jane.doe@acme.example' },
    { name: 'Acme', connection: globexAdfs, email: 'acme@globex.example' },
    {
      name: 'Mallory Metadata',
      email: 'mallory@globex.example',
      own: { organization: acme, locale: 'en-GB' },
    },
    { name: 'Nested Nettle', email: 'nested@globex.example', app: { profile: { organization: acme } } },
  ],
  [initech]: [
    { name: 'Bill Lumbergh', email: 'bill@initech.example', roles: [roleNames.administrator] },
    { name: 'Milton Waddams', email: 'milton@initech.example', blocked: true, verified: false },
  ],
  [single]: [
    {
      name: 'Ngozi Okonkwo',
      connection: email,
      email: 'ngozi@okonkwo.example',
      roles: [roleNames.administrator],
    },
  ],
  [difficult]: [
    { name: 'Günther Söhne', email: 'guenther@soehne.example' },
    { name: 'Bärbel Fuß', email: 'baerbel@soehne.example', blocked: true },
  ],
  [japanese]: [
    {
      name: '五十嵐 陽菜',
      given: '陽菜',
      family: '五十嵐',
      email: 'hina@sakura.example',
      roles: [roleNames.administrator],
    },
  ],
  [northwind]: [
    { name: 'Nora Northwind', email: 'nora@northwind.example', roles: [roleNames.administrator] },
  ],
  [vendor]: [{ name: 'Orlando Orbit', email: 'orlando@orbit.example' }],
};

/** People who belong to nobody, though some come close: no admin sees any of them. */
export const strangers: readonly Acquaintance[] = [
  ...[
    42,
    0,
    '',
    true,
    { name: acme },
    [],
    [42],
    [''],
    ' Acme',
    'Acme ',
    'ACME',
    'Аcme',
    'Acme"',
    'Acme*',
  ].map((organization, number) => stranger(number, { organization })),
  // The difficult name in decomposed letters.
  stranger(50, { organization: difficult.normalize('NFD') }),
  stranger(51, { organization: `${acme}" OR "${globex}` }),
  stranger(60, { organization: undefined }),
  stranger(61, { organization: undefined, roles: [roleNames.administrator] }),
  stranger(62, { organization: undefined, ...neverSignedIn, verified: false }),
];

function stranger(number: number, difference: Partial<Acquaintance>): Acquaintance {
  return {
    name: `Stranger ${number}`,
    email: `stranger${number}@nowhere.example`,
    app: { secret: `${canary} of a stranger` },
    ...difference,
  };
}
