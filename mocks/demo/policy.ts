import { productClients, roleNames } from '#mocks/seed/names.ts';
import { connectionsOf } from '#mocks/seed/organizations.ts';
import { deny } from '#proxy/policy/denial.ts';
import { everyone, field } from '#proxy/policy/filter.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { fields } from './policy-fields.ts';

const labels = {
  'Username-Password-Authentication': { label: 'Email and password', strategy: 'auth0' },
  'Staff-Directory': { label: 'Staff directory', strategy: 'auth0' },
  Members: { label: 'Members', strategy: 'auth0' },
  'Partner-Directory': { label: 'Partner directory', strategy: 'auth0' },
  email: { label: 'Code by email', strategy: 'email' },
  sms: { label: 'Code by text message', strategy: 'sms' },
  'google-oauth2': { label: 'Google', strategy: 'google-oauth2' },
  'acme-okta': { label: 'Acme Okta', strategy: 'samlp' },
  'globex-adfs': { label: 'Globex ADFS', strategy: 'adfs' },
} as const;

/** The rules of the made-up vendor: a pattern for one's own. */
export const policy = definePolicy({
  title: 'Orbit people',
  fields,
  connections: (organization) => connectionsOf(organization).map((name) => ({ name, ...labels[name] })),
  applications: () => Object.values(productClients).map(({ id, name }) => ({ client_id: id, name })),

  /** A team lead sees his own department and nobody else. */
  filter({ admin }) {
    const { sees, department } = admin.app_metadata;
    return sees === 'own department' ? field('app_metadata.department').is(String(department)) : everyone;
  },

  access({ action, user }) {
    if (action === 'exportData' && user.app_metadata?.department === 'Legal & Compliance') {
      return deny('Orbit’s privacy team hands this out: privacy@orbit.example.');
    }
    return true;
  },

  /** New people are on the plan of whoever adds them, which no admin may choose. */
  write(context) {
    if (context.action !== 'createUser') return context.payload;
    const { plan } = context.admin.app_metadata;
    const fields = { ...context.payload.fields, plan: plan === 'enterprise' ? plan : 'team' };
    return { ...context.payload, fields };
  },

  memberships: () => ({
    label: { en: 'Site', de: 'Standort' },
    path: 'app_metadata.site',
    choices: ['Berlin', 'Lisbon', 'Remote'].map((site) => ({ value: site, label: site })),
  }),

  settings: ({ admin }) => ({
    accent: { light: '#005e84', dark: '#5fc0dd' },
    links: [
      { label: { en: 'Help', de: 'Hilfe' }, href: 'https://orbit.example/help' },
      {
        label: { en: 'Write to Orbit', de: 'Orbit schreiben' },
        href: `mailto:support@orbit.example?subject=${encodeURIComponent(admin.organization)}`,
      },
    ],
  }),

  roles: () => [
    ...Object.values(roleNames),
    'Billing viewer',
    'Billing manager',
    { role: 'Project editor', locked: 'Editors are named in each project.' },
  ],

  /** The tenant of the demo has one domain only; a vendor with several names the customer's here. */
  customDomain: () => null,

  creation: ['invite', 'password'],
  passwords: 'temporary',
  reasons: ['setPassword'],
  /** Nobody does these at a desk that somebody has left. */
  stepUp: { setPassword: { maxAgeSeconds: 900 }, delete: { maxAgeSeconds: 900 } },
});
