import { connectionsOf } from '#mocks/seed/organizations.ts';
import { definePolicy } from '#proxy/policy/policy.ts';

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
  fields: [
    { name: 'department', label: 'Department', path: 'app_metadata.department' },
    { name: 'plan', label: 'Plan', path: 'app_metadata.plan' },
    { name: 'job_title', label: 'Job title', path: 'user_metadata.job_title' },
    { name: 'phone_extension', label: 'Extension', path: 'user_metadata.phone_extension' },
    { name: 'locale', label: 'Language', path: 'user_metadata.locale' },
  ],
  connections: (organization) => connectionsOf(organization).map((name) => ({ name, ...labels[name] })),
});
