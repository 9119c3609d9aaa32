import { alike } from './alike.ts';

/** Whether two say the same of something, or one of them nothing. */
export const isCompatible = (one: string | null, other: string | null): boolean =>
  !one || !other || alike(one) === alike(other);

/**
 * Which of those who are there each of those who come is, each at most once. The first ways of telling are asked of
 * all before the next ones: who is surely the same is not taken by a namesake.
 *
 * @param nameOf what must be equal in any case
 */
export function pairedWith<Coming, There>(
  coming: readonly Coming[],
  there: readonly There[],
  nameOf: (one: Coming | There) => string,
  ways: readonly ((one: Coming, other: There) => boolean)[],
): ReadonlyMap<Coming, There> {
  const free = new Map<string, Set<There>>();
  for (const other of there) {
    const name = nameOf(other);
    free.set(name, (free.get(name) ?? new Set()).add(other));
  }
  const pairs = new Map<Coming, There>();
  for (const isSame of ways) {
    for (const one of coming) {
      if (pairs.has(one)) continue;
      const namesakes = free.get(nameOf(one));
      const found = [...(namesakes ?? [])].find((other) => isSame(one, other));
      if (!found) continue;
      pairs.set(one, found);
      namesakes?.delete(found);
    }
  }
  return pairs;
}
