import type { Field } from '#contract/field.ts';
import type { Asking } from './hook-context.ts';
import { inLanguage } from './local-text.ts';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import { applicationsOf, connectionsOf } from './policy-connections.ts';
import type { PolicyField } from './policy-field.ts';
import { type PolicySettings, policySettings } from './policy-settings.ts';
import type { Rules } from './rules.ts';

type IsEditable = (field: PolicyField, asking: Asking) => Promise<boolean>;

export function settingsRules(policy: Policy, hooks: Hooks, isEditable: IsEditable): Pick<Rules, 'settings'> {
  async function ask(asking: Asking | null): Promise<PolicySettings> {
    const { settings = {} } = policy;
    if (typeof settings !== 'function') return settings;
    if (!asking) return {};
    return hooks.ask(asking, 'settings', () => settings(hooks.admin(asking)), readSettings, {});
  }

  return {
    async settings({ admin, organization }, wanted) {
      const asking = organization === null ? null : { admin, organization };
      const own = await ask(asking);
      const languages = own.locale ? [own.locale, ...wanted] : wanted;
      const local = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, languages);
      const fields = policy.fields.map(async (field) =>
        fieldIn(field, languages, asking !== null && (await isEditable(field, asking))),
      );
      return {
        title: own.title ? local(own.title) : policy.title,
        logo: own.logo,
        accent: own.accent,
        locale: own.locale,
        fields: await Promise.all(fields),
        connections: connectionsOf(policy, organization),
        applications: applicationsOf(policy, organization),
        messages: { ...own.messages },
        links: (own.links ?? []).map(({ label, href }) => ({ label: local(label), href })),
        creation: [...policy.creation],
        reasons: [...policy.reasons],
      };
    },
  };
}

function readSettings(answer: unknown): PolicySettings {
  return policySettings.parse(answer);
}

function fieldIn(field: PolicyField, languages: readonly string[], editable: boolean): Field {
  const { name, type, required, limits, options, help, shows } = field;
  return {
    name,
    label: inLanguage(field.label, languages),
    type,
    options: options?.map(({ value, label }) => ({ value, label: inLanguage(label, languages) })),
    required,
    help: help && inLanguage(help, languages),
    limits,
    shows: [...shows],
    editable,
  };
}
