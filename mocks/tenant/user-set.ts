import type { UserRecord } from './model.ts';
import { orderUsers, type UserOrder } from './user-order.ts';

/** Users that have something in common, with the orders that they have been asked for in, kept up to date. */
export interface UserSet {
  readonly size: number;
  has(record: UserRecord): boolean;
  add(record: UserRecord): void;
  remove(record: UserRecord): void;
  order(field: string): UserOrder;
  all(): Iterable<UserRecord>;
}

/** @param whole - a set that holds all of this one: its orders save sorting when this one is a large part of it. */
export function userSet(whole?: UserSet): UserSet {
  const records = new Set<UserRecord>();
  const orders = new Map<string, UserOrder>();

  function makeOrder(field: string): UserOrder {
    // Sorting n users costs about 20 steps each; walking the whole one.
    if (!whole || records.size * 20 < whole.size) return orderUsers(field, records);
    const order = whole.order(field);
    const walk = [...order.valued().records, ...order.missing()];
    return orderUsers(
      field,
      walk.filter((record) => records.has(record)),
      true,
    );
  }

  return {
    get size() {
      return records.size;
    },
    has: (record) => records.has(record),
    all: () => records,
    add(record) {
      // Twice in an array is once in the index.
      if (records.has(record)) return;
      records.add(record);
      for (const order of orders.values()) order.add(record);
    },
    remove(record) {
      if (!records.delete(record)) return;
      for (const order of orders.values()) order.remove(record);
    },
    order(field) {
      const known = orders.get(field);
      if (known) return known;
      const made = makeOrder(field);
      orders.set(field, made);
      return made;
    },
  };
}
