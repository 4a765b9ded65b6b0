import type { Acquaintance } from './acquaintance.ts';
import { methodTypes } from './authentication-methods.ts';
import { neverSignedIn } from './circumstances.ts';
import { canary, connectionNames, organizationNames, roleNames } from './names.ts';

const { staff, email, sms, google, acmeOkta } = connectionNames;
const { acme, acmeLabs, globex, initech } = organizationNames;
const enterprise = { connection: acmeOkta } as const;

/** Members of Acme who show one thing each, the most telling first: a small tenant has only the first of them. */
export const acmePeople: readonly Acquaintance[] = [
  { name: 'Jane Doe', email: 'jane.doe@acme.example', methods: methodTypes, lastLogin: 0.02, logins: 1284 },
  {
    name: 'Nguyễn Thị Minh Khai',
    ...called('Thị Minh Khai', 'Nguyễn'),
    email: 'minh.khai@acme.example',
    methods: ['totp', 'recovery-code'],
  },
  { name: "Seán O'Brien", email: "sean.o'brien@acme.example", lockedFrom: '198.51.100.23', lastLogin: 0.4 },
  {
    name: 'Διονυσία Παπαδημητρίου-Χατζηγεωργίου',
    email: 'dionysia@acme.example',
    ...neverSignedIn,
    created: 2,
  },
  { name: 'محمد الحسيني', email: 'm.alhusseini@acme.example', verified: false },
  { name: 'Mbali Dlamini', connection: sms, phone: '+27825550101', lastLogin: 0.2, logins: 77 },
  { name: 'Pat Passwordless', connection: email, email: 'pat+steward@mail.example', lastLogin: 3.2 },
  { name: 'Gwen Google', connection: google, email: 'gwen.acme@gmail.example' },
  { name: 'Oksana Щербакова', ...enterprise, email: 'oksana.shcherbakova@acme.example', methods: ['push'] },
  { name: 'Sam Staff', connection: staff, email: 'sam.staff@acme.example', username: 'sam' },
  {
    name: 'Linda Linked',
    email: 'linda@acme.example',
    linked: [
      {
        connection: google,
        provider: google,
        user_id: '104444444444444444444',
        isSocial: true,
        profileData: {
          name: 'Linda L.',
          email: 'linda.private@gmail.example',
          email_verified: true,
          picture: 'https://lh3.googleusercontent.example/a/linda=s96-c',
          locale: 'en',
          recovery_hint: `${canary}: mother's maiden name`,
        },
      },
      {
        connection: sms,
        provider: sms,
        user_id: '5f7c8ec7c33c6c004bbafe82',
        isSocial: false,
        profileData: { phone_number: '+447700900123', phone_verified: true, name: '+447700900123' },
      },
    ],
  },
  {
    name: 'Shared Sharma',
    email: 'shared@acme.example',
    organization: [acme, globex],
    lastLogin: 1.1,
    logins: 90,
  },
  { name: '<img src=x onerror=alert(1)>', email: 'xss@acme.example', job: '"><script>alert(1)</script>' },
  { name: 'Blocked Blochin', email: 'blocked@acme.example', blocked: true },
  { name: '李小明', ...called('小明', '李'), email: 'xiaoming.li@acme.example', lastLogin: 0.9 },
  { name: 'यश श्रीवास्तव', email: 'yash@acme.example', blocked: false },
  { name: 'Søren Ångström-Þorsteinsson', email: 'soren@acme.example', roles: ['Billing viewer'] },
  { name: 'אליהו בן־דוד', email: 'eliyahu@acme.example', methods: ['passkey', 'password'] },
  { name: 'Suharto', email: 'suharto@acme.example' },
  { name: 'AND', email: 'and@acme.example' },
  { name: 'Null Undefined', given: 'null', family: 'undefined', email: 'null@acme.example' },
  { name: 'ณัฐพล ศรีสุวรรณ', email: 'nattapon.s@acme.example' },
  {
    name: '渡邊 さくら',
    ...called('さくら', '渡邊'),
    email: 'sakura.watanabe@acme.example',
    verified: false,
    ...neverSignedIn,
    created: 0.7,
  },
  {
    name: '남궁민준',
    ...called('민준', '남궁'),
    email: 'minjun.namgung@acme.example',
    roles: ['Billing manager', 'Project editor'],
  },
  { name: 'ተስፋዬ ወልደ ጊዮርጊስ', email: 'tesfaye@acme.example' },
  {
    name: 'Pablo Diego José Francisco de Paula Juan Nepomuceno María de los Remedios Cipriano de la Santísima Trinidad',
    email:
      'pablo.diego.jose.francisco.de.paula.juan.nepomuceno@quite-a-long-name-for-a-mail-domain.acme.example',
  },
  { name: 'Anna-Lena von und zu Großkreutz', email: 'anna-lena.von-und-zu@acme.example' },
  { name: 'Ludwig van der Beek', email: 'ludwig+tag.one+tag.two@acme.example' },
  { name: 'Jane Doe', email: 'jane.doe2@acme.example', blocked: true, ...neverSignedIn },
  { name: 'jane doe', ...enterprise, email: 'jane.doe@acme.example' },
  // Right-to-left override: shown carelessly, the rest of the line runs backwards.
  { name: 'Rolf \u202egpj.exe', email: 'rolf@acme.example' },
  { name: 'Zalgo T\u0336\u0322e\u0335\u0321x\u0334t\u0337', email: 'zalgo@acme.example' },
  // Decomposed letters: looks like the composed ones, is another text.
  { name: 'Andre\u0301 Bjo\u0308rk', email: 'andre@acme.example' },
  { name: '👩🏽‍🚀 Космонавт', email: 'astro@acme.example' },
  { name: '1', email: '1@acme.example' },
  { name: 'a:b (c) [d] {e} "f" *g? ~h^2 !i && j || k \\ l/m', email: 'lucene@acme.example' },
  {
    name: 'zoe.nameless@acme.example',
    given: undefined,
    family: undefined,
    email: 'zoe.nameless@acme.example',
  },
  { name: "Robert'); DROP TABLE users;--", email: 'bobby@acme.example' },
  { name: 'Tri Angle', email: 'tri@acme.example', organization: [globex, acme, acmeLabs], blocked: true },
  { name: 'Alone In-A-List', email: 'alone@acme.example', organization: [acme] },
  { name: 'Twice Listed', email: 'twice@acme.example', organization: [acme, acme] },
  {
    name: 'Second Administrator',
    email: 'second.admin@acme.example',
    roles: [roleNames.administrator, 'Billing manager'],
    methods: ['webauthn-roaming'],
  },
  {
    name: 'Consultant Initech',
    email: 'peter@initech.example',
    organization: [initech, acme],
    roles: [roleNames.auditor],
  },
  { name: 'Lock Ed', email: 'locked@acme.example', lockedFrom: '2001:db8::bad:1', verified: false },
  {
    name: 'Everywhere Locked',
    connection: staff,
    email: 'locked2@acme.example',
    username: 'locked',
    lockedFrom: '*',
  },
  { name: 'D’Arcy L’Hôte', connection: staff, email: 'darcy@acme.example', username: "d'arcy_$!" },
];

/** For names whose first word is not the given name. */
function called(given: string, family: string) {
  return { given, family };
}
