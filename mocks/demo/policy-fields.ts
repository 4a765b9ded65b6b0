import type { FieldPlace } from '#contract/field.ts';
import type { PolicyFieldInput } from '#proxy/policy/policy-field.ts';

const departments = [
  ...['Sales', 'Finance', 'Engineering', 'Support', 'Legal & Compliance', 'People', 'Field service'],
].map((name) => ({ value: name, label: name }));

const languages = [
  ...['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES', 'pt-BR', 'vi-VN', 'el-GR', 'ar-EG', 'he-IL', 'ja-JP'],
].map((tag) => ({
  value: tag,
  label: new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag,
}));

const onPage = ['create', 'edit', 'detail'] as const satisfies FieldPlace[];

/** What Orbit keeps of a person and lets its customers see; the first are those of the seed. */
export const fields = [
  {
    name: 'department',
    label: { en: 'Department', de: 'Abteilung' },
    path: 'app_metadata.department',
    type: 'choice',
    options: departments,
    shows: ['list', 'search', 'filter', ...onPage],
    editable: true,
  },
  {
    name: 'plan',
    label: 'Plan',
    path: 'app_metadata.plan',
    type: 'choice',
    options: [
      { value: 'free', label: 'Free' },
      { value: 'team', label: 'Team' },
      { value: 'enterprise', label: 'Enterprise' },
    ],
    help: 'Set by Orbit.',
    shows: ['search', 'filter', 'detail'],
  },
  {
    name: 'job_title',
    label: { en: 'Job title', de: 'Beruf' },
    path: 'user_metadata.job_title',
    limits: { maxLength: 80 },
    shows: ['list', 'search', ...onPage],
    editable: true,
  },
  {
    name: 'phone_extension',
    label: { en: 'Extension', de: 'Durchwahl' },
    path: 'user_metadata.phone_extension',
    limits: { pattern: '\\d{2,6}', patternHelp: 'Write two to six digits.' },
    shows: ['search', ...onPage],
    editable: true,
  },
  {
    name: 'locale',
    label: { en: 'Language', de: 'Sprache' },
    path: 'user_metadata.locale',
    type: 'choice',
    options: languages,
    shows: ['search', 'edit', 'detail'],
    editable: true,
  },
  {
    name: 'started_on',
    label: { en: 'First day', de: 'Erster Tag' },
    path: 'app_metadata.started_on',
    type: 'date',
    limits: { minimum: '1990-01-01' },
    shows: onPage,
    editable: true,
  },
  {
    name: 'on_call',
    label: { en: 'On call', de: 'Bereitschaft' },
    path: 'app_metadata.on_call',
    type: 'yes-no',
    shows: ['filter', 'edit', 'detail'],
    editable: true,
  },
  {
    name: 'skills',
    label: { en: 'Skills', de: 'Kenntnisse' },
    path: 'user_metadata.skills',
    type: 'choices',
    options: [
      { value: 'first-aid', label: { en: 'First aid', de: 'Erste Hilfe' } },
      { value: 'forklift', label: { en: 'Forklift', de: 'Gabelstapler' } },
      { value: 'sign-language', label: { en: 'Sign language', de: 'Gebärdensprache' } },
    ],
    shows: ['filter', 'edit', 'detail'],
    editable: true,
  },
  {
    name: 'desk',
    label: { en: 'Desk', de: 'Platz' },
    path: 'user_metadata.desk',
    type: 'number',
    limits: { minimum: 1, maximum: 9999 },
    help: 'The number on the lamp.',
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'backup_email',
    label: { en: 'Private email', de: 'Private E-Mail' },
    path: 'user_metadata.backup_email',
    type: 'email',
    help: 'Orbit writes here when a device is lost. It is no way to sign in.',
    validate: (address) => !String(address).endsWith('@orbit.example') || 'Not one of Orbit’s own addresses.',
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'emergency_phone',
    label: { en: 'In an emergency', de: 'Im Notfall' },
    path: 'user_metadata.emergency_phone',
    type: 'phone',
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'profile_page',
    label: { en: 'Profile page', de: 'Profilseite' },
    path: 'user_metadata.profile_page',
    type: 'link',
    shows: ['edit', 'detail'],
    editable: true,
  },
  {
    name: 'arrangements',
    label: { en: 'Arrangements', de: 'Absprachen' },
    path: 'app_metadata.arrangements',
    type: 'long-text',
    limits: { maxLength: 500 },
    help: 'Working hours, equipment, access.',
    shows: ['edit', 'detail'],
    // What was agreed with a person is for those who add and remove people.
    editable: ({ admin }) => admin.permissions.includes('delete:users'),
  },
] as const satisfies readonly PolicyFieldInput[];
