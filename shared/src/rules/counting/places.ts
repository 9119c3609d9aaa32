import type { OpenPlace, Places, QuestionDraft, Winner } from '../session.ts';

/** All places of a question, first to last (rule 6.4). Equal winners share the first, which has room for `all`. */
export function allPlaces({ places, nominees }: Pick<QuestionDraft, 'places' | 'nominees'>): OpenPlace[] {
  if (places.kind === 'ranked') return places.counts.map((count, index) => ({ place: index + 1, count }));
  return [{ place: 1, count: places.kind === 'all' ? nominees.length : places.count }];
}

/** What nobody has won of places that are left; where all may win nothing is (rule 6.4). */
export const notAwardedOf = ({ kind }: Places, left: number): number => (kind === 'all' ? 0 : left);

export const slotsOf = (places: readonly OpenPlace[]): number =>
  places.reduce((slots, { count }) => slots + count, 0);

/** The first `slots` slots of these places. */
export function firstSlots(places: readonly OpenPlace[], slots: number): OpenPlace[] {
  const found: OpenPlace[] = [];
  for (const { place, count } of places) {
    const taken = Math.min(count, slots - slotsOf(found));
    if (taken > 0) found.push({ place, count: taken });
  }
  return found;
}

/** What is left of these places after the first `slots` slots. */
export function afterSlots(places: readonly OpenPlace[], slots: number): OpenPlace[] {
  let skip = slots;
  return places.flatMap(({ place, count }) => {
    const skipped = Math.min(count, skip);
    skip -= skipped;
    return count > skipped ? [{ place, count: count - skipped }] : [];
  });
}

/** The same places, each listed once: parts of one place next to each other are that place. */
export const rejoined = (places: readonly OpenPlace[]): OpenPlace[] =>
  places.reduce<OpenPlace[]>((whole, { place, count }) => {
    const last = whole.at(-1);
    return last?.place === place
      ? [...whole.slice(0, -1), { place, count: last.count + count }]
      : [...whole, { place, count }];
  }, []);

/** What is left of these places without those. */
export const without = (places: readonly OpenPlace[], taken: readonly OpenPlace[]): OpenPlace[] =>
  places.flatMap(({ place, count }) => {
    const left = count - slotsOf(taken.filter((each) => each.place === place));
    return left > 0 ? [{ place, count: left }] : [];
  });

/**
 * Places offered in a runoff that sharing left free. A place that two hold pushes the next one down: 1, 1, 2, 3.
 * A place that nobody won in the runoff is not handed to those who were not in it.
 */
export function freedBySharing(offered: readonly OpenPlace[], winners: readonly Winner[]): OpenPlace[] {
  const heldAt = (place: number): number => winners.filter((each) => each.place === place).length;
  let over = offered.reduce((sum, { place, count }) => sum + Math.max(0, heldAt(place) - count), 0);
  return offered.flatMap(({ place, count }) => {
    const freed = Math.min(over, Math.max(0, count - heldAt(place)));
    over -= freed;
    return freed > 0 ? [{ place, count: freed }] : [];
  });
}
