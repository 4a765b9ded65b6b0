import type { FieldValue } from '#contract/field.ts';
import { previewLink } from '#contract/identities.ts';
import { permit, subjectOf } from '../../acts/begin-act.ts';
import { readFields } from '../../policy/field-reading.ts';
import { inLanguage } from '../../policy/local-text.ts';
import type { PolicyField } from '../../policy/policy-field.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import { type Binding, bind } from '../bind.ts';
import { memberOf } from '../users/member.ts';
import { memberProfile } from '../users/member-profile.ts';
import { secondAccount } from './second-account.ts';

/** What is lost by linking, before anything is. All that would stand against linking stands against this. */
export function bindPreviewLink(services: Services): Binding {
  const { config, gateway } = services;
  return bind(previewLink, async (call) => {
    const { admin, organization, scope, params, query, languages, caller } = call;
    const first = await memberOf(scope, params.userId, services, caller);
    const subject = await subjectOf(first, services, caller);
    await permit('linkIdentity', { admin, organization, subject }, services);
    const second = await secondAccount(query.with, first, call, services);
    const roles = await gateway.roles(second.user_id, caller);
    return {
      second: memberProfile(second, call, services),
      lost: lostFields(second, config.policy.fields, languages),
      lostRoles: roles.map(({ name }) => name),
    };
  });
}

/** Of the second account's metadata, what the admin may see of it. */
function lostFields(
  second: Auth0User,
  declared: readonly PolicyField[],
  languages: readonly string[],
): { label: string; value: string }[] {
  const seen = declared.filter(({ shows }) => shows.includes('detail') || shows.includes('edit'));
  const values = readFields(second, seen);
  return seen.flatMap((field) => {
    const value = values[field.name];
    if (value === undefined) return [];
    return [{ label: inLanguage(field.label, languages), value: inWords(field, value, languages) }];
  });
}

function inWords({ options = [] }: PolicyField, value: FieldValue, languages: readonly string[]): string {
  const word = (item: string) => {
    const option = options.find((candidate) => candidate.value === item);
    return option ? inLanguage(option.label, languages) : item;
  };
  return [value]
    .flat()
    .map((item) => word(String(item)))
    .join(', ');
}
