import type { UserRecord } from '#tenant/model.ts';
import { withAccess } from './access.ts';
import { type MethodType, methodsOf } from './authentication-methods.ts';
import { drawAddress, drawCircumstances } from './circumstances.ts';
import type { ConnectionName } from './connections.ts';
import { drawLogin } from './login.ts';
import { connectionNames } from './names.ts';
import { drawName } from './naming.ts';
import type { OrganizationPlan } from './organizations.ts';
import { type Person, recordOf } from './person.ts';
import { idOf, type Random, randomFrom } from './random.ts';
import { roleId } from './roles.ts';

const secondFactors: MethodType[][] = [['totp', 'recovery-code'], ['phone'], ['push', 'totp'], ['passkey']];
const productRoles = [['Billing viewer'], ['Project editor'], ['Billing viewer', 'Project editor']];

/**
 * People by the thousand, drawn one after the other: asking for more gives the same ones and more of them. They come
 * in no order; here and there up to five were created at the same moment.
 *
 * @param count - how many.
 * @param today - epoch milliseconds.
 * @param taken - addresses that others have; those given out here join them.
 */
export function crowdOf(
  plan: OrganizationPlan,
  count: number,
  today: number,
  taken: Set<string>,
): UserRecord[] {
  const random = randomFrom(`crowd of ${plan.name}`);
  const records: UserRecord[] = [];
  let before: Person | undefined;
  for (let number = 0; number < count; number += 1) {
    const person = drawPerson(random, plan, number, taken);
    if (before && isTied(number)) createTogether(person, before);
    before = person;
    const record = recordOf(person, today);
    addBeside(record, random, plan, today);
    records.push(hasTraces(record) ? withAccess(record, today) : record);
  }
  return records;
}

/** Pairs, and now and then a handful: what walks the list by `created_at` must not lose or repeat them. */
function isTied(number: number): boolean {
  return number % 50 === 1 || (number % 500 > 0 && number % 500 < 5);
}

function createTogether(person: Person, before: Person): void {
  person.created = before.created;
  if (person.lastLogin !== undefined) person.lastLogin = Math.min(person.lastLogin, before.created);
}

function drawPerson(random: Random, plan: OrganizationPlan, number: number, taken: Set<string>): Person {
  const connection = drawConnection(random, plan.connections);
  const full = drawName(random, random.pick(plan.cultures));
  const person: Person = {
    ...drawCircumstances(random),
    name: full.name,
    given: full.given,
    family: full.family,
    connection,
    organization: plan.name,
    ...drawLogin(random, { connection, full, plan, number, taken }),
  };
  // Whoever was created without a name is called by his address.
  return random.chance(0.04) ? { ...person, name: person.email ?? person.phone ?? '', ...nameless } : person;
}

const nameless = { given: undefined, family: undefined };

/** Each half as common as the one before it. */
function drawConnection(random: Random, connections: readonly ConnectionName[]): ConnectionName {
  const found = connections.find(() => random.chance(0.5));
  return found ?? connections[0] ?? connectionNames.database;
}

/** Of few, and drawn apart from the rest: a large tenant does not carry a hundred thousand sessions. */
function hasTraces({ profile }: UserRecord): boolean {
  return randomFrom(`traces of ${profile.user_id}`).chance(0.05);
}

function addBeside(record: UserRecord, random: Random, plan: OrganizationPlan, today: number): void {
  const { user_id, email, phone_number, identities } = record.profile;
  if (plan.slug !== undefined && random.chance(0.3)) record.organizations = [idOf('org', plan.slug)];
  if (random.chance(0.05)) record.roles = random.pick(productRoles).map(roleId);
  if (random.chance(0.08))
    record.authenticationMethods = methodsOf(user_id, random.pick(secondFactors), today);
  if (random.chance(0.005)) {
    const identifier = email ?? phone_number ?? '';
    record.bruteForceBlocks = [
      { identifier, ip: drawAddress(random), connection: identities[0]?.connection },
    ];
  }
}
