import type { TenantUser, UserRecord } from '#tenant/model.ts';
import { withAccess } from './access.ts';
import { acmePeople } from './acme-people.ts';
import { recordOfAcquaintance } from './acquaintance.ts';
import { personas, personOf } from './demo-people.ts';
import { organizationKey, organizationNames } from './names.ts';
import { neighbours, strangers } from './other-people.ts';
import { peopleInBetween } from './people-in-between.ts';
import { recordOf } from './person.ts';

/**
 * Everyone told by name. All of them are there at any size, but for members of Acme, who are as many as fit.
 *
 * @param size - how many members Acme may have.
 * @param today - epoch milliseconds.
 */
export function knownPeople(size: number, today: number): UserRecord[] {
  const { acme } = organizationNames;
  const staff = personas.map((persona, number) => recordOf(personOf(persona, number), today));
  const room = size - staff.filter((record) => organizationsOf(record.profile).includes(acme)).length;
  const acmes = [
    ...acmePeople.map((person) => recordOfAcquaintance(person, acme, today)),
    ...peopleInBetween(today),
  ].slice(0, Math.max(room, 0));
  return [
    ...staff,
    ...acmes,
    ...Object.entries(neighbours).flatMap(([organization, people]) =>
      people.map((person) => recordOfAcquaintance(person, organization, today)),
    ),
    ...strangers.map((person) => recordOfAcquaintance(person, '', today)),
  ].map((record) => withAccess(record, today));
}

/** The customers a user of the seed belongs to. */
export function organizationsOf(user: TenantUser): unknown[] {
  return [user.app_metadata?.[organizationKey]].flat();
}
