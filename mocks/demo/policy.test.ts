import { expect, it } from 'vitest';
import { organizationNames } from '#mocks/seed/names.ts';
import { policy } from './policy.ts';

it('offers an organization the connections of its own people, and a stranger none', () => {
  const names = (organization: string) => policy.connections(organization).map(({ name }) => name);

  expect(names(organizationNames.acmeLabs)).toEqual(['Username-Password-Authentication', 'acme-okta']);
  expect(names(organizationNames.globex)).not.toContain('acme-okta');
  expect(names('acme labs')).toEqual([]);
});

it('declares none of the metadata in which the seed hides its canaries', () => {
  const paths = policy.fields.map(({ path }) => path);

  expect(paths).not.toContain('app_metadata.internal_notes');
  expect(paths).not.toContain('app_metadata.credit_limit');
  expect(paths).not.toContain('user_metadata.home_address');
});
