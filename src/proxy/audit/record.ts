import * as z from 'zod';
import { auditOutcome } from '#contract/audit.ts';
import type { AuditAct, AuditEnd, AuditEntry } from './audit-log.ts';
import { cleanText, redacted } from './redact.ts';

const values = z.record(z.string(), z.unknown()).optional();

/** What an entry of a chain tells of an act that begins, is refused, or is a sign-in. */
const opening = z.object({
  kind: z.enum(['begin', 'refuse', 'signIn']),
  id: z.string(),
  seq: z.number(),
  requestId: z.string(),
  at: z.number(),
  actor: z.string(),
  actorName: z.string().optional(),
  roles: z.array(z.string()).optional(),
  ip: z.string().optional(),
  userAgent: z.string().optional(),
  organization: z.string().nullable(),
  act: z.string(),
  target: z.string().nullable(),
  targetName: z.string().optional(),
  before: values,
  after: values,
  reason: z.string().optional(),
  outcome: auditOutcome,
  problem: z.string().optional(),
});

const ending = z.object({
  outcome: auditOutcome,
  problem: z.string().optional(),
  at: z.number(),
  target: z.string().optional(),
  targetName: z.string().optional(),
  after: values,
});

/** An act as it is kept: secrets redacted, texts clean. The organization decides who reads it and stays as it is. */
export function keptAct(act: AuditAct): AuditAct {
  return {
    requestId: cleanText(act.requestId),
    at: act.at,
    actor: cleanText(act.actor),
    actorName: act.actorName === undefined ? undefined : cleanText(act.actorName),
    roles: act.roles?.map(cleanText),
    ip: act.ip === undefined ? undefined : cleanText(act.ip),
    userAgent: act.userAgent === undefined ? undefined : cleanText(act.userAgent).slice(0, 400),
    organization: act.organization,
    act: cleanText(act.act),
    target: act.target === null ? null : cleanText(act.target),
    targetName: act.targetName === undefined ? undefined : cleanText(act.targetName),
    before: act.before && redacted(act.before),
    after: act.after && redacted(act.after),
    reason: act.reason === undefined ? undefined : cleanText(act.reason),
  };
}

/** How an act ended, as it is kept. */
export function keptEnd({ outcome, at, problem, target, targetName, after }: AuditEnd): AuditEnd {
  return {
    outcome,
    at,
    problem,
    target: target === undefined ? undefined : cleanText(target),
    targetName: targetName === undefined ? undefined : cleanText(targetName),
    after: after && redacted(after),
  };
}

/** Two payloads of a chain, read as one row; without the second nobody saw how the act ended. */
export function rowOf(begun: string, ended: string | null): AuditEntry {
  const { kind, seq, ...row } = opening.parse(JSON.parse(begun));
  const entry: AuditEntry = { ...row, position: seq };
  if (kind !== 'begin') return { ...entry, endedAt: row.at };
  if (ended === null) return entry;
  const { at, ...end } = ending.parse(JSON.parse(ended));
  return { ...entry, ...end, endedAt: at };
}
