import { canary } from './names.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

const departments = [
  'Sales',
  'Finance',
  'Engineering',
  'Support',
  'Legal & Compliance',
  'People',
  'Field service',
];
const jobTitles = [
  'Account manager',
  'Bookkeeper',
  'Developer',
  'Team lead',
  'Counsel',
  'Technician',
  'Intern',
];
const plans = ['free', 'team', 'enterprise'];
const locales = [
  'en-GB',
  'en-US',
  'de-DE',
  'fr-FR',
  'es-ES',
  'pt-BR',
  'vi-VN',
  'el-GR',
  'ar-EG',
  'he-IL',
  'ja-JP',
];

/** Left out of a person's circumstances, he has never signed in. */
export const neverSignedIn = { lastLogin: undefined, logins: undefined, ip: undefined } as const;

type Circumstances = Pick<
  Person,
  'created' | 'lastLogin' | 'logins' | 'ip' | 'app' | 'own' | 'passwordReset' | 'verified' | 'blocked'
>;

/** What has become of a person since his account was made: most are in use, some are blocked, forgotten or new. */
export function drawCircumstances(random: Random): Circumstances {
  // More people join every year.
  const created = 2 + 2600 * random.next() ** 1.7;
  return { created, ...drawSignIns(random, created), ...drawState(random, created), ...drawMetadata(random) };
}

function drawSignIns(random: Random, created: number) {
  if (random.chance(0.09)) return neverSignedIn;
  // Half have been here within weeks, however old their accounts are.
  const lastLogin = 0.01 + (created - 0.02) * random.next() ** 5;
  const everyDays = 1 + 40 * random.next() ** 2;
  return { lastLogin, logins: 1 + Math.floor((created - lastLogin) / everyDays), ip: drawAddress(random) };
}

function drawState(random: Random, created: number) {
  return {
    verified: !random.chance(0.08),
    // Auth0 leaves `blocked` out until it has been set once.
    blocked: random.chance(0.03) ? true : random.chance(0.02) ? false : undefined,
    passwordReset: random.chance(0.1) ? created * random.next() : undefined,
  };
}

function drawMetadata(random: Random) {
  const app: Record<string, unknown> = { department: random.pick(departments), plan: random.pick(plans) };
  if (random.chance(0.2)) app.internal_notes = `${canary}: pays late, do not tell`;
  if (random.chance(0.1)) app.credit_limit = `${canary} ${random.between(1, 90) * 500}`;
  if (random.chance(0.25)) return { app };
  const own: Record<string, unknown> = { locale: random.pick(locales), job_title: random.pick(jobTitles) };
  if (random.chance(0.4)) own.phone_extension = String(random.between(100, 9999));
  if (random.chance(0.05)) own.home_address = `${canary}: 4 Privet Drive`;
  return { app, own };
}

/** An address kept for documentation: nobody has it. */
export function drawAddress(random: Random): string {
  if (random.chance(0.15)) return `2001:db8:${random.hex(4)}::${random.hex(3)}`;
  return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`;
}
