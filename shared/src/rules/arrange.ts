import { afterSlots, firstSlots, slotsOf } from './places.ts';
import type { OpenPlace, TieStep, Winner } from './session.ts';
import type { PersonalTieBreaker, TieBreaker } from './rule-set.ts';
import type { TieAnswer } from './ties.ts';

/** A tie that nothing has decided yet, with the places it is about. */
export interface PendingTie {
  readonly among: readonly string[];
  readonly openPlaces: readonly OpenPlace[];
  readonly awaiting?: PersonalTieBreaker;
}

export interface Arrangement {
  readonly winners: readonly Winner[];
  readonly left: readonly OpenPlace[];
  readonly pending?: PendingTie;
  readonly decidedBy?: TieBreaker;
  readonly among?: readonly string[];
  readonly steps: readonly TieStep[];
}

/** A later round held among exactly these nominees: what it gave them, and which of its places stay open. */
export type RunoffResult =
  | { readonly kind: 'settled'; readonly winners: readonly Winner[]; readonly freed: readonly OpenPlace[] }
  | { readonly kind: 'unsettled' };

export interface Ordering {
  /** Equal nominees in one tier, best first. */
  readonly tiers: readonly (readonly string[])[];
  readonly places: readonly OpenPlace[];
  readonly tieBreakers: readonly TieBreaker[];
  readonly breakTie: (tieBreaker: TieBreaker, group: readonly string[]) => TieAnswer;
  readonly runoffAmong: (group: readonly string[]) => RunoffResult | undefined;
}

interface Tier {
  readonly ids: readonly string[];
  /** The tie-breakers before this one have already failed to separate the tier. */
  readonly from: number;
}

/**
 * Fills the places from the best tier down (rules 6.4, 7.1, 7.2).
 *
 * A tier matters as a tie only where it does not fit into the place it reaches: then the tie-breakers are tried
 * in order, each on what the ones before it left equal. The first wait for a person stops everything below it,
 * since what they decide may move the places that follow.
 */
export function arrange({ tiers, places, tieBreakers, breakTie, runoffAmong }: Ordering): Arrangement {
  const queue: Tier[] = tiers.map((ids) => ({ ids, from: 0 }));
  const winners: Winner[] = [];
  const steps: TieStep[] = [];
  let left: readonly OpenPlace[] = places;
  let decided: { decidedBy: TieBreaker; among: readonly string[] } | undefined;
  const done = (pending?: PendingTie): Arrangement => ({
    winners,
    left,
    steps,
    ...decided,
    ...(pending && { pending }),
  });

  for (let tier = queue.shift(); tier; tier = queue.shift()) {
    const [current] = left;
    if (!current) break;
    const { ids } = tier;
    if (ids.length <= current.count) {
      winners.push(...ids.map((nomineeId) => ({ nomineeId, place: current.place })));
      left = afterSlots(left, ids.length);
      continue;
    }

    const openPlaces = firstSlots(left, ids.length);
    const byRunoff = (): boolean => {
      const runoff = runoffAmong(ids);
      if (runoff?.kind !== 'settled') return false;
      winners.push(...runoff.winners);
      left = [...runoff.freed, ...afterSlots(left, slotsOf(openPlaces))];
      decided = { decidedBy: 'runoff', among: ids };
      return true;
    };
    let settled = false;
    for (let index = tier.from; index < tieBreakers.length && !settled; index += 1) {
      const tieBreaker = tieBreakers[index]!;
      const step = (effect: TieStep['effect'], order: TieStep['order'] = []): void =>
        void steps.push({ tieBreaker, among: ids, effect, order });
      const answer = breakTie(tieBreaker, ids);
      if (answer.kind === 'passes-on') step('passed-on');
      else if (answer.kind === 'awaits') {
        if (answer.whom === 'runoff' && byRunoff()) {
          step('settled');
          settled = true;
        } else {
          step('awaited');
          const underway = answer.whom === 'runoff' && runoffAmong(ids) !== undefined;
          return done({ among: ids, openPlaces, ...(underway ? {} : { awaiting: answer.whom }) });
        }
      } else if (answer.kind === 'shared') {
        step('settled', [ids]);
        winners.push(...ids.map((nomineeId) => ({ nomineeId, place: current.place })));
        left = afterSlots(left, current.count);
        decided = { decidedBy: tieBreaker, among: ids };
        settled = true;
      } else {
        step(fits(answer.groups, left) ? 'settled' : 'narrowed', answer.groups);
        queue.unshift(...answer.groups.map((group) => ({ ids: group, from: index + 1 })));
        decided = { decidedBy: tieBreaker, among: ids };
        settled = true;
      }
    }
    // Rule 7.5: nothing decides; a runoff that the officers opened all the same does.
    if (!settled && !byRunoff()) return done({ among: ids, openPlaces });
  }
  return done();
}

/** Whether these groups fill the places without another one lying across a boundary. */
function fits(groups: readonly (readonly string[])[], places: readonly OpenPlace[]): boolean {
  let left = places;
  for (const { length } of groups) {
    const [current] = left;
    if (!current) return true;
    if (length > current.count) return false;
    left = afterSlots(left, length);
  }
  return true;
}
