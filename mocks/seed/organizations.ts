import type { Organization } from '#tenant/model.ts';
import type { ConnectionName } from './connections.ts';
import { connectionNames, organizationNames } from './names.ts';
import type { Culture } from './naming.ts';
import { idOf } from './random.ts';

/** One customer of the vendor, and what his people are like. */
export interface OrganizationPlan {
  name: string;
  /** Of Auth0's organization; left out: the customer has none there, his name stands in metadata only. */
  slug?: string;
  domain: string;
  members: number;
  /** How people sign in, the commonest first; each is half as common as the one before it. */
  connections: readonly ConnectionName[];
  /** Others that its people may come from, though nobody of the crowd does. */
  rareConnections?: readonly ConnectionName[];
  cultures: readonly Culture[];
}

const { database, staff, members, partners, email, sms, google, acmeOkta, globexAdfs } = connectionNames;
const allOverTheWorld = [
  ...(['english', 'english', 'german', 'french', 'spanish', 'portuguese', 'dutch', 'nordic'] as const),
  ...(['polish', 'turkish', 'vietnamese', 'nigerian', 'greek', 'cyrillic', 'arabic', 'hebrew'] as const),
  ...(['hindi', 'thai', 'chinese', 'japanese', 'korean', 'amharic'] as const),
];

/** Outsiders who belong to neither Acme nor Northwind, roughly. */
const elsewhere = 1349;

/** How many members Acme has when nothing else is asked: enough to turn a page of 50. */
export const defaultSize = 64;

/**
 * Every customer.
 *
 * @param size - how many members Acme has; Northwind grows with it, so that outsiders are always a tenth or more.
 */
export function organizationPlans(size: number): OrganizationPlan[] {
  return [
    {
      name: organizationNames.acme,
      slug: 'acme',
      domain: 'acme.example',
      members: size,
      connections: [database, acmeOkta, staff, google, email, sms],
      rareConnections: [members, partners],
      cultures: allOverTheWorld,
    },
    {
      name: organizationNames.acmeLabs,
      slug: 'acme-labs',
      domain: 'labs.acme.example',
      members: 18,
      connections: [database, acmeOkta],
      cultures: ['english', 'german', 'hindi'],
    },
    {
      name: organizationNames.lowerAcme,
      domain: 'acme-bakery.example',
      members: 4,
      connections: [database],
      cultures: ['english', 'french'],
    },
    {
      name: organizationNames.globex,
      slug: 'globex',
      domain: 'globex.example',
      members: 1300,
      connections: [globexAdfs, database, google],
      cultures: allOverTheWorld,
    },
    {
      name: organizationNames.initech,
      slug: 'initech',
      domain: 'initech.example',
      members: 3,
      connections: [database],
      cultures: ['english'],
    },
    {
      name: organizationNames.single,
      domain: 'okonkwo.example',
      members: 1,
      connections: [email],
      cultures: ['nigerian'],
    },
    {
      name: organizationNames.difficult,
      slug: 'zoe-soehne-sued',
      domain: 'soehne.example',
      members: 9,
      connections: [database, google],
      cultures: ['german'],
    },
    {
      name: organizationNames.japanese,
      slug: 'sakura',
      domain: 'sakura.example',
      members: 12,
      connections: [database, email],
      cultures: ['japanese', 'japanese', 'korean'],
    },
    {
      name: organizationNames.northwind,
      slug: 'northwind',
      domain: 'northwind.example',
      members: Math.max(40, Math.ceil(size / 10) - elsewhere),
      connections: [database, google, sms],
      cultures: allOverTheWorld,
    },
    {
      name: organizationNames.empty,
      slug: 'vandelay',
      domain: 'vandelay.example',
      members: 0,
      connections: [database],
      cultures: ['english'],
    },
    {
      name: organizationNames.vendor,
      slug: 'orbit',
      domain: 'orbit.example',
      members: 2,
      connections: [database],
      cultures: ['english'],
    },
  ];
}

/** The connections that an organization's people come from; none for a stranger. */
export function connectionsOf(organization: string): readonly ConnectionName[] {
  const plan = organizationPlans(defaultSize).find(({ name }) => name === organization);
  return plan ? [...plan.connections, ...(plan.rareConnections ?? [])] : [];
}

/** Auth0's own organizations, which have names in small letters and stand beside the ones in metadata. */
export const auth0Organizations: Organization[] = organizationPlans(defaultSize).flatMap(({ name, slug }) =>
  slug === undefined ? [] : [{ id: idOf('org', slug), name: slug, display_name: name }],
);
