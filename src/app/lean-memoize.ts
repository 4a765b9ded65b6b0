/** What use-intl needs of `@formatjs/fast-memoize`, without its ways to do it otherwise. */
interface Cache {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

export function memoize<Arguments extends unknown[]>(
  make: (...given: Arguments) => unknown,
  { cache }: { cache: { create(): Cache } },
) {
  const made = cache.create();
  return (...given: Arguments): unknown => {
    const key = JSON.stringify(given);
    const known = made.get(key) ?? make(...given);
    made.set(key, known);
    return known;
  };
}

export const strategies = { variadic: null };
