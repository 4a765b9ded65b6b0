import { expect, it } from 'vitest';
import type { UserRecord } from '#tenant/model.ts';
import { demoSeed } from './demo-seed.ts';
import { canary } from './names.ts';

const now = Date.parse('2026-11-20T09:00:00Z');
const endOfDay = Date.parse('2026-11-21T00:00:00Z');
const seed = demoSeed({ spaUrls: ['http://localhost:4200'], now, size: 500 });
const everyone: UserRecord[] = [...seed.users, ...(seed.crowd?.() ?? [])];
const sessions = everyone.flatMap((record) => record.sessions ?? []);
const refreshTokens = everyone.flatMap((record) => record.refreshTokens ?? []);

it('gives people sessions and refresh tokens that live all day', () => {
  const lives = [...sessions, ...refreshTokens].flatMap(({ idle_expires_at, expires_at }) => [
    Date.parse(idle_expires_at),
    Date.parse(expires_at),
  ]);

  expect(sessions.length).toBeGreaterThan(50);
  expect(refreshTokens.length).toBeGreaterThan(50);
  expect(Math.min(...lives)).toBeGreaterThanOrEqual(endOfDay);
});

it('gives nobody a session from before his account or after his last sign-in, nor the id of another', () => {
  for (const { profile, sessions: own = [], refreshTokens: tokens = [] } of everyone) {
    for (const { user_id, authenticated_at, last_interacted_at } of own) {
      expect(user_id).toBe(profile.user_id);
      expect(authenticated_at >= profile.created_at).toBe(true);
      expect(authenticated_at <= (profile.last_login ?? '')).toBe(true);
      expect(last_interacted_at >= authenticated_at).toBe(true);
    }
    for (const { user_id, created_at, last_exchanged_at } of tokens) {
      expect(user_id).toBe(profile.user_id);
      expect(created_at >= profile.created_at).toBe(true);
      expect(last_exchanged_at >= created_at).toBe(true);
    }
  }
  const ids = [...sessions, ...refreshTokens].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('leaves a blocked person what he had, and gives those nothing who have never signed in', () => {
  const isBlocked = ({ profile }: UserRecord) => profile.blocked === true;
  const strangers = everyone.filter(({ profile }) => profile.last_login === undefined);

  expect(everyone.filter(isBlocked).some(({ sessions: own }) => own !== undefined)).toBe(true);
  expect(strangers.length).toBeGreaterThan(5);
  expect(strangers.filter((record) => record.sessions ?? record.refreshTokens)).toEqual([]);
});

it('hides a canary in what no admin may see of each', () => {
  for (const item of [...sessions, ...refreshTokens]) expect(JSON.stringify(item.device)).toContain(canary);
  expect(sessions.every(({ session_metadata }) => JSON.stringify(session_metadata).includes(canary))).toBe(
    true,
  );
  const codes = everyone.flatMap(({ recoveryCode }) => recoveryCode ?? []);
  expect(codes.length).toBeGreaterThan(1);
  for (const code of codes) expect(code).toMatch(/^CANARY[A-F0-9]{18}$/);
});
