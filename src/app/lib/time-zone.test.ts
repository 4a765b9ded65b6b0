import { expect, it } from 'vitest';
import { dayIn, startOfDay } from './time-zone.ts';

it.each([
  ['UTC', '2026-11-21', '2026-11-21T00:00:00.000Z'],
  ['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ['Pacific/Auckland', '2026-09-27', '2026-09-26T12:00:00.000Z'],
  ['Asia/Kathmandu', '2026-01-01', '2025-12-31T18:15:00.000Z'],
])('begins a day in %s on %s at %s', (zone, day, moment) => {
  expect(startOfDay(day, zone).toISOString()).toBe(moment);
});

it('begins a day that has no midnight with its first moment', () => {
  expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
});

it('begins a day whose midnight comes twice only once', () => {
  expect(startOfDay('2018-02-18', 'America/Sao_Paulo').toISOString()).toBe('2018-02-18T03:00:00.000Z');
});

it('counts days on, over the end of a month', () => {
  expect(startOfDay('2026-02-28', 'UTC', 1).toISOString()).toBe('2026-03-01T00:00:00.000Z');
});

it('tells the day of a moment where it is already tomorrow', () => {
  expect(dayIn('Pacific/Auckland', new Date('2026-11-21T20:00:00Z'))).toBe('2026-11-22');
});
