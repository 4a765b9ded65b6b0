import { marks } from '../scope/member-scope.ts';
import type { Auth0Row } from '../tenant/answers.ts';

/** That a person leaves, as it stands in his metadata. */
export interface LeavingMark {
  organization: string;
  /** ISO 8601 in UTC. */
  deleteAt: string;
}

/** The metadata to write. */
export function leavingMarks({ organization, deleteAt }: LeavingMark): Record<string, unknown> {
  return { [marks.leaving]: true, [marks.deleteAt]: deleteAt, [marks.leavingFrom]: organization };
}

/** The metadata to write so that he leaves no more. */
export const noLeavingMarks: Readonly<Record<string, null>> = {
  [marks.leaving]: null,
  [marks.deleteAt]: null,
  [marks.leavingFrom]: null,
};

/** When a member is to be deleted, where this organization has decided so; what another has is not for its admins. */
export function deletionFrom(organization: string, user: Pick<Auth0Row, 'app_metadata'>): string | undefined {
  const mark = leavingMarkOf(user);
  return mark?.organization === organization ? mark.deleteAt : undefined;
}

/** He was to be deleted, and somebody has unblocked him since without keeping him, as in Auth0's dashboard. */
export function isLetInAgain({ app_metadata, blocked }: Pick<Auth0Row, 'app_metadata' | 'blocked'>): boolean {
  return app_metadata?.[marks.leaving] === true && blocked !== true;
}

/** Null when he does not leave, or when it does not stand there whole: then nobody deletes him. */
export function leavingMarkOf({ app_metadata = {} }: Pick<Auth0Row, 'app_metadata'>): LeavingMark | null {
  const organization = app_metadata[marks.leavingFrom];
  const deleteAt = app_metadata[marks.deleteAt];
  const isWhole =
    app_metadata[marks.leaving] === true &&
    typeof organization === 'string' &&
    typeof deleteAt === 'string' &&
    !Number.isNaN(Date.parse(deleteAt));
  return isWhole ? { organization, deleteAt } : null;
}
