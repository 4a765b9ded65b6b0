import { z } from 'zod';
import type { FieldValue, FieldValues } from '#contract/field.ts';
import type { FieldError } from '#contract/problem.ts';
import { Problem } from '../problem.ts';
import type { Auth0User } from '../tenant/answers.ts';
import { checkValue } from './field-writing.ts';
import type { Asking } from './hook-context.ts';
import { type MetadataPatch, mergePatches, metadataAt, patchAt } from './metadata-patch.ts';
import type { Hooks } from './open-hooks.ts';
import type { Policy } from './policy.ts';
import type { PolicyField } from './policy-field.ts';
import type { FieldWriter, Rules } from './rules.ts';

const validation = z.union([z.boolean(), z.string().min(1).max(300)]);

/** One field's part in a write: the metadata that it comes to, or what is wrong. */
type Outcome = { patch: MetadataPatch } | { fault: string };

export function fieldRules({ fields }: Policy, hooks: Hooks) {
  async function isEditable({ editable }: PolicyField, asking: Asking): Promise<boolean> {
    if (typeof editable === 'boolean') return editable;
    return hooks.ask(asking, 'editable', () => editable(hooks.admin(asking)), readTruth, false);
  }

  /**
   * Why nothing may be written to a field, or null. What the admin has sent goes only where he may write, whatever the
   * policy has made of it; the vendor's own goes into any declared field.
   */
  async function closedBy(
    field: PolicyField,
    to: Auth0User | null,
    writer: FieldWriter,
  ): Promise<string | null> {
    if (writer.asked && own(writer.asked, field.name) === undefined) return null;
    // What stands in app_metadata may decide what an admin sees and does.
    const isSelf = to?.user_id === writer.admin.profile.user_id;
    if (isSelf && field.path.startsWith('app_metadata.')) return 'You cannot change this about yourself.';
    const isOpen = field.shows.includes(to ? 'edit' : 'create') && (await isEditable(field, writer));
    return isOpen ? null : 'You cannot change this.';
  }

  async function write(
    name: string,
    value: FieldValue | null,
    to: Auth0User | null,
    writer: FieldWriter,
  ): Promise<Outcome> {
    const field = fields.find((declared) => declared.name === name);
    if (!field) return { fault: 'This is not known here.' };
    const closed = await closedBy(field, to, writer);
    if (closed !== null) return { fault: closed };
    const checked = checkValue(field, value);
    if ('fault' in checked) return checked;
    const fault = checked.value === null ? null : await faultOf(field, checked.value, writer);
    if (fault !== null) return { fault };
    const stored = to ? (metadataAt(to, field.path) ?? null) : null;
    return { patch: isSame(stored, checked.value) ? {} : patchAt(field.path, checked.value) };
  }

  async function faultOf(
    { validate }: PolicyField,
    value: FieldValue,
    asking: Asking,
  ): Promise<string | null> {
    if (!validate) return null;
    const answer = await hooks.insist(
      'validate',
      () => validate(value, hooks.admin(asking)),
      (given) => validation.parse(given),
    );
    if (typeof answer === 'string') return answer;
    return answer ? null : 'This is not valid.';
  }

  /** What the admin must fill in and has not. */
  async function missing(values: FieldValues, writer: FieldWriter): Promise<string[]> {
    const names = fields.map(async (field) => {
      const isAsked =
        field.required && field.shows.includes('create') && own(values, field.name) === undefined;
      return isAsked && (await isEditable(field, writer)) ? [field.name] : [];
    });
    return (await Promise.all(names)).flat();
  }

  const writeFields: Rules['writeFields'] = async (values, current, writer) => {
    const { pointer = '#/fields' } = writer;
    const at = (name: string, detail: string): FieldError => ({
      pointer: `${pointer}/${escaped(name)}`,
      detail,
    });
    const errors: FieldError[] = [];
    const patches: MetadataPatch[] = [];
    // One after the other: two errors come in the order of the fields.
    for (const [name, value] of Object.entries(values)) {
      const outcome = await write(name, value, current, writer);
      if ('patch' in outcome) patches.push(outcome.patch);
      else errors.push(at(name, outcome.fault));
    }
    if (!current) errors.push(...(await missing(values, writer)).map((name) => at(name, 'Fill this in.')));
    if (errors.length > 0) throw new Problem('invalid-request', { errors });
    return mergePatches(...patches);
  };

  return { isEditable, writeFields };
}

function readTruth(answer: unknown): boolean {
  return z.boolean().parse(answer);
}

function own(values: FieldValues, name: string): FieldValue | null | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Values of fields are plain: their JSON tells them apart. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function escaped(name: string): string {
  return name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1');
}
