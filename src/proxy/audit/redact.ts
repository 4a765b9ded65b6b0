/** Names under which secrets stand. An id of a secret is none. */
const secretName =
  /pass_?(word|code|phrase)|secret|token|ticket|recovery|otp|credential|authorization|cookie|(api|private)_?key|^(code|pin|verifier)$/i;
const harmlessName = /(_id|Id|_at|At)$/;

/** Values that are secrets wherever they stand: JSON web tokens, and links that let someone in. */
const secretValue = /\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*|[?&#](ticket|token|code|invitation|password)=[^&\s]/i;

export const redactedText = '[redacted]';

/** UTF-16 code units of one text; a record is no place for more. */
const longestText = 2_000;
const mostItems = 200;
const deepest = 6;

/**
 * What of a value may be kept in the audit log: no password, token, ticket or code, no text without end, and nothing
 * that a database cannot hold. Yes, no and small numbers stay: "has a temporary password" and "3 tokens" tell nothing.
 */
export function redacted(value: Record<string, unknown>): Record<string, unknown> {
  return objectOf(value, 0);
}

/** A text as it may be kept: well-formed, without control characters, not too long. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a database refuses, or a terminal obeys.
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');
  return clean.length > longestText ? `${clean.slice(0, longestText).toWellFormed()}…` : clean;
}

function objectOf(value: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(value).slice(0, mostItems);
  return Object.fromEntries(
    entries.map(([name, item]) => [
      cleanText(name),
      isSecretName(name) && !tellsNothing(item) ? redactedText : kept(item, depth + 1),
    ]),
  );
}

function kept(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return secretValue.test(value) ? redactedText : cleanText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || value === null) return typeof value === 'boolean' ? value : null;
  if (depth >= deepest) return '…';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (!Array.isArray(value)) return objectOf(value, depth);
  return value.slice(0, mostItems).map((item) => kept(item, depth + 1));
}

function isSecretName(name: string): boolean {
  return secretName.test(name) && !harmlessName.test(name);
}

function tellsNothing(value: unknown): boolean {
  return (
    value === null || typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) < 1000)
  );
}
