import type { ConnectionName } from './connections.ts';
import { connectionNames } from './names.ts';
import type { FullName } from './naming.ts';
import type { OrganizationPlan } from './organizations.ts';
import type { Person } from './person.ts';
import { hashOf, hexOf, mix, type Random } from './random.ts';

/** Whose login it is. */
interface Bearer {
  connection: ConnectionName;
  full: FullName;
  plan: OrganizationPlan;
  /** His number in the crowd of his organization. */
  number: number;
  /** Addresses of others; his joins them. */
  taken: Set<string>;
}

/** By what somebody of a crowd signs in: nobody else in the tenant has the same. */
export function drawLogin(
  random: Random,
  bearer: Bearer,
): Pick<Person, 'id' | 'email' | 'phone' | 'username'> {
  const { connection, full, plan, number } = bearer;
  if (connection === connectionNames.sms) {
    return { id: hexId(bearer, random), phone: `+1555${place(plan)}${String(number).padStart(6, '0')}` };
  }
  const email = drawEmail(random, bearer);
  switch (connection) {
    case connectionNames.staff:
      // Fifteen characters at most, as Auth0 has it unless told otherwise.
      return { id: hexId(bearer, random), email, username: full.familyLatin.slice(0, 9) + number };
    case connectionNames.google:
      return {
        id: `1${digits(mix(hashOf(plan.name) ^ number))}${digits(random.between(0, 2 ** 32 - 1))}`,
        email,
      };
    case connectionNames.acmeOkta:
    case connectionNames.globexAdfs:
      return { id: `${connection}|${email}`, email };
    default:
      return { id: hexId(bearer, random), email };
  }
}

const privateDomains = ['mail.example', 'post.example', 'gmail.example'];

function drawEmail(random: Random, { connection, full, plan, number, taken }: Bearer): string {
  const isPrivate = connection === connectionNames.google || connection === connectionNames.email;
  const domain = isPrivate ? random.pick(privateDomains) : plan.domain;
  const { givenLatin: given, familyLatin: family } = full;
  const forms = [
    `${given}.${family}`,
    `${given}.${family}`,
    `${given[0]}.${family}`,
    `${family}_${given}`,
    given,
  ];
  // Private addresses end in digits of the customer's, so that how many one has does not change another's people.
  const local = random.pick(forms) + (isPrivate ? place(plan) : '');
  const tag = random.chance(0.03) ? '+work' : '';
  let address = `${local}${tag}@${domain}`;
  for (let suffix = number; taken.has(address); suffix += 1) address = `${local}${suffix}${tag}@${domain}`;
  taken.add(address);
  return address;
}

/** 24 digits, unique by the organization's name and the number in it; they do not hang on the day. */
function hexId({ plan, number }: Bearer, random: Random): string {
  return hexOf(hashOf(plan.name)) + hexOf(mix(number)) + random.hex(8);
}

/** Three digits that tell one customer's people from another's. */
function place(plan: OrganizationPlan): string {
  return String(hashOf(plan.name) % 1000).padStart(3, '0');
}

function digits(word: number): string {
  return String(word).padStart(10, '0');
}
