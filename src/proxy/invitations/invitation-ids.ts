import { z } from 'zod';
import { Problem } from '../problem.ts';
import type { CursorCodec } from '../scope/cursor.ts';
import type { Invited } from './invitation-trace.ts';

const identifier = z.string().optional();
const content = z.object({
  connection: z.string(),
  email: identifier,
  username: identifier,
  phone_number: identifier,
});

/** Ids that name no user, only the wish: so that they are the same for someone new and for a stranger. */
export function sealInvitation(
  { connection, identifiers }: Invited,
  organization: string,
  cursors: CursorCodec,
): Promise<string> {
  const { email, username, phone_number } = identifiers;
  return cursors.seal({ connection, email, username, phone_number }, contextOf(organization));
}

/** @throws Problem `item-not-found` for an id of another organization, or that is none of ours. */
export async function openInvitation(
  id: string,
  organization: string,
  cursors: CursorCodec,
): Promise<Invited> {
  const opened = content.safeParse(await cursors.open(id, contextOf(organization)));
  if (!opened.success) throw new Problem('item-not-found');
  const { connection, ...identifiers } = opened.data;
  return { connection, identifiers };
}

function contextOf(organization: string): string {
  return JSON.stringify(['invitation', organization]);
}
