import { editProfile, type ProfileChanges, profileChanges } from '#contract/profile-edit.ts';
import { type ProfileAttribute, profileAttribute } from '#contract/user.ts';
import { readOnlyAttributes } from '../../accounts/read-only.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { bodyPointer } from '../../http/field-errors.ts';
import { type MetadataPatch, metadataAt } from '../../policy/metadata-patch.ts';
import type { PolicyField } from '../../policy/policy-field.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Auth0Connection } from '../../tenant/answers-connections.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';
import { refuseConflicts } from './profile-conflict.ts';

/**
 * Changes names, picture and declared fields. Nothing is written unless all of it may be, and unless the user is still as
 * the admin saw him where he changed him. Fields that are refused are told before conflicts: of a field that the admin
 * may not write, he learns nothing.
 */
export function bindEditProfile(services: Services): Binding {
  const { config, gateway, rules } = services;
  const { fields: declared } = config.policy;
  return bind(editProfile, async (call) => {
    const { admin, organization, body } = call;
    const act = await beginAct('editProfile', call, services);
    const { user } = act;
    const asking = { admin, organization };
    const { fields = {}, ...attributes } = await rules.write(
      { ...asking, action: 'editProfile', payload: body.changes, user },
      profileChanges,
    );
    const changed = changedAttributes(user, attributes);
    refuseReadOnly(user, await act.connection(), [
      ...namesIn(body.changes),
      ...profileAttribute.options.filter((name) => Object.hasOwn(changed, name)),
    ]);
    const metadata = await rules.writeFields(fields, user, {
      ...asking,
      asked: body.changes.fields ?? {},
      pointer: '#/changes/fields',
    });
    refuseConflicts(user, body, declared);
    if (isNothing(changed) && isNothing(metadata)) return memberProfile(user, call, services);

    const saved = await act.save(onRecord(user, changed, metadata, declared), (caller) =>
      gateway.updateUser(user.user_id, { ...changed, ...metadata }, caller),
    );
    return memberProfile(saved, call, services);
  });
}

type Attributes = Omit<ProfileChanges, 'fields'>;

/** Only what is not so already. */
function changedAttributes(user: Auth0User, wanted: Attributes): Attributes {
  const names = profileAttribute.options.filter(
    (name) => wanted[name] !== undefined && wanted[name] !== (user[name] ?? null),
  );
  return Object.fromEntries(names.map((name) => [name, wanted[name]]));
}

function namesIn(changes: ProfileChanges): ProfileAttribute[] {
  return profileAttribute.options.filter((name) => changes[name] !== undefined);
}

/** @throws Problem `not-possible` with a pointer for each. */
function refuseReadOnly(
  user: Auth0User,
  connection: Auth0Connection | null,
  wanted: readonly ProfileAttribute[],
): void {
  const readOnly = new Set(readOnlyAttributes(user, connection).map(({ attribute }) => attribute));
  const refused = [...new Set(wanted)].filter((name) => readOnly.has(name));
  if (refused.length === 0) return;
  const detail = 'This comes from where the person signs in, and cannot be changed here.';
  const errors = refused.map((name) => ({ pointer: bodyPointer(['changes', name]), detail }));
  throw new Problem('not-possible', { errors });
}

function isNothing(patch: object): boolean {
  return Object.keys(patch).length === 0;
}

/** What changes, each attribute and field by its name. */
function onRecord(
  user: Auth0User,
  changed: Attributes,
  metadata: MetadataPatch,
  declared: readonly PolicyField[],
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const names = profileAttribute.options.filter((name) => Object.hasOwn(changed, name));
  const fields = declared.filter(({ path }) => metadataAt(metadata, path) !== undefined);
  const values = (attributes: Attributes, from: MetadataPatch) =>
    Object.fromEntries([
      ...names.map((name) => [name, attributes[name] ?? null]),
      ...fields.map(({ name, path }) => [`fields.${name}`, metadataAt(from, path) ?? null]),
    ]);
  return { before: values(user, user), after: values(changed, metadata) };
}
