import { base64url } from 'jose';
import { expect, it } from 'vitest';
import { createCursorCodec } from './cursor.ts';

const secret = 'a secret of more than thirty-two characters';
const position = { at: '2026-01-01T00:00:00.000Z', ids: ['auth0|jane', 'sms|李'] };

it('gives back what it has sealed', async () => {
  const cursor = await createCursorCodec(secret).seal(position, 'context');

  const opened = await createCursorCodec(secret).open(cursor, 'context');

  expect(opened).toEqual(position);
  expect(cursor).toMatch(/^[\w-]+$/);
});

it('shows nothing of what it holds', async () => {
  const cursor = await createCursorCodec(secret).seal(position, 'context');

  const bytes = new TextDecoder('latin1').decode(base64url.decode(cursor));

  expect(bytes).not.toContain('jane');
  expect(bytes).not.toContain('2026');
});

it('seals the same position alike, so that its link stays the same, and others apart', async () => {
  const codec = createCursorCodec(secret);

  const cursors = await Promise.all([
    codec.seal(position, 'context'),
    codec.seal(position, 'context'),
    codec.seal(position, 'other context'),
    codec.seal({ ...position, ids: [] }, 'context'),
  ]);

  expect(cursors[0]).toBe(cursors[1]);
  expect(new Set(cursors.map((cursor) => cursor.slice(0, 16))).size).toBe(3);
});

it('does not open for another context or by another secret', async () => {
  const codec = createCursorCodec(secret);
  const cursor = await codec.seal(position, 'context');

  expect(await codec.open(cursor, 'other context')).toBeNull();
  expect(await createCursorCodec(`${secret}!`).open(cursor, 'context')).toBeNull();
});

it.each(['', 'a', 'not base64!', 'AAAA', 'a'.repeat(8192), '%00', '💥'])(
  'does not open %j',
  async (cursor) => {
    expect(await createCursorCodec(secret).open(cursor, 'context')).toBeNull();
  },
);

it('does not open when any of its bytes is changed, or some are missing', async () => {
  const codec = createCursorCodec(secret);
  const cursor = await codec.seal(position, 'context');
  const bytes = base64url.decode(cursor);
  const changed = Array.from(bytes, (_, index) => {
    const copy = new Uint8Array(bytes);
    copy[index] = (copy[index] ?? 0) ^ 1;
    return base64url.encode(copy);
  });

  const opened = await Promise.all(
    [...changed, cursor.slice(0, -4), cursor.slice(4), `${cursor}AAAA`].map((one) =>
      codec.open(one, 'context'),
    ),
  );

  expect(opened.every((value) => value === null)).toBe(true);
});
