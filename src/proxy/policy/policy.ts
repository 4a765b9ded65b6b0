import { z } from 'zod';
import type { Connection } from '#contract/me.ts';
import { searchFields } from '#contract/search.ts';

/** A metadata field that the vendor lets his customers' admins see and search. */
export interface PolicyField {
  /** In searches and answers: lower-case letters, digits, `_`. */
  name: string;
  label: string;
  /** `app_metadata.x` or `user_metadata.x`. */
  path: string;
}

/** The vendor's rules. */
export interface Policy {
  title: string;
  fields: readonly PolicyField[];
  /** What an organization's admins may filter and search by. Asked at each request; must be quick. */
  connections(organization: string): readonly Connection[];
}

const policyField = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/, 'use lower-case letters, digits and _')
    .refine((name) => !Object.hasOwn(searchFields, name), 'is a field that every search has already'),
  label: z.string().min(1),
  path: z
    .string()
    .regex(/^(app|user)_metadata\.[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'use app_metadata.x or user_metadata.x'),
});

const policyInput = z.strictObject({
  title: z.string().min(1).default('Steward'),
  fields: z
    .array(policyField)
    .refine((fields) => new Set(fields.map((field) => field.name)).size === fields.length, 'names repeat')
    .default([]),
  connections: z.custom<Policy['connections']>((value) => typeof value === 'function').optional(),
});

/**
 * Makes a policy; what is left out is at its strictest: no fields, no connections.
 *
 * @throws ZodError that names the wrong part.
 */
export function definePolicy(input: Partial<Policy>): Policy {
  const { connections = () => [], ...rest } = policyInput.parse(input);
  return { ...rest, connections };
}
