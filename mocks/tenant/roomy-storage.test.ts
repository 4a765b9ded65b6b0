import { expect, it } from 'vitest';
import { signingKeys } from './authentication/keys.ts';
import { person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import { roomyStorage } from './roomy-storage.ts';
import { memoryStorage, type TenantStorage } from './storage.ts';

/** Throws, as a browser's does, when all values together would have more characters than `room`. */
function smallStorage(room: number): TenantStorage {
  const storage = memoryStorage();
  const used = (except: string) =>
    storage.keys('').reduce((sum, key) => sum + (key === except ? 0 : (storage.read(key)?.length ?? 0)), 0);
  return {
    ...storage,
    write(key, value) {
      if (value !== null && used(key) + value.length > room) throw new Error('QuotaExceededError');
      storage.write(key, value);
    },
  };
}

it('lets the oldest log entries give way', () => {
  const small = smallStorage(100);
  const storage = roomyStorage(small);
  storage.write('logs/1', 'x'.repeat(60));

  storage.write('users/ada', 'x'.repeat(90));

  expect(small.keys('')).toEqual(['users/ada']);
});

it('holds in memory what does not fit', () => {
  const small = smallStorage(100);
  const storage = roomyStorage(small);
  storage.write('users/ada', 'small');
  const version = storage.version();

  storage.write('users/ada', 'x'.repeat(200));
  storage.write('users/bob', 'x'.repeat(200));

  expect(storage.read('users/ada')).toHaveLength(200);
  expect(storage.keys('users/')).toEqual(['users/ada', 'users/bob']);
  expect(storage.version()).toBeGreaterThan(version);
  expect(small.read('users/ada')).toBe('small');
});

it('forgets what it holds in memory when that is deleted or fits at last', () => {
  const small = smallStorage(100);
  const storage = roomyStorage(small);
  storage.write('users/ada', 'x'.repeat(200));
  storage.write('users/bob', 'x'.repeat(200));

  storage.write('users/ada', null);
  storage.write('users/bob', 'small');

  expect(storage.read('users/ada')).toBeNull();
  expect(storage.keys('')).toEqual(['users/bob']);
  expect(small.read('users/bob')).toBe('small');
});

it('lets a tenant go on when its storage is full', async () => {
  const storage = roomyStorage(smallStorage(8_000));
  await signingKeys(storage).published();
  const { call, find, tenant } = await startTenant({ users: [person('ada')], storage });

  for (let turn = 0; turn < 30; turn += 1)
    await call('PATCH', at`/users/${'auth0|ada'}`, {
      body: { user_metadata: { text: `${turn}`.repeat(2_500) } },
    });

  expect((await call('GET', at`/users/${'auth0|ada'}`)).body).toMatchObject({
    user_metadata: { text: expect.stringMatching(/^2929/) },
  });
  expect(await find('email:*')).toEqual(['ada']);
  expect(await tenant.token('ada@example.com')).toMatch(/^ey/);
});
