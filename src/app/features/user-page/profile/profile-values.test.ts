import { expect, it } from 'vitest';
import { differences, flatten, pick } from './profile-values.ts';

it('finds only what is different, whatever the order of several choices', () => {
  const seen = { name: 'Jane', nickname: null, 'fields.teams': ['a', 'b'], 'fields.seats': 3 };
  const edited = { name: 'Jane', nickname: 'Janie', 'fields.teams': ['b', 'a'], 'fields.seats': null };

  expect(differences(seen, edited)).toEqual(['nickname', 'fields.seats']);
});

it('takes nothing and absence for the same', () => {
  expect(differences({}, { nickname: null, 'fields.vip': null })).toEqual([]);
});

it('tells apart values of different types', () => {
  expect(differences({ 'fields.code': '1' }, { 'fields.code': 1 })).toEqual(['fields.code']);
  expect(differences({ 'fields.vip': null }, { 'fields.vip': false })).toEqual(['fields.vip']);
});

it('gives the shape of the API and takes it again', () => {
  const values = { name: 'Jane', picture: null, 'fields.seats': 3, 'fields.plan': 'pro' };

  const picked = pick(values, ['name', 'picture', 'fields.seats']);

  expect(picked).toEqual({ name: 'Jane', picture: null, fields: { seats: 3 } });
  expect(flatten(picked)).toEqual({ name: 'Jane', picture: null, 'fields.seats': 3 });
});
