import { afterSlots, firstSlots, rejoined, slotsOf } from './places.ts';
import type { OpenPlace, TieStep, Winner } from '../session.ts';
import type { PersonalTieBreaker, TieBreaker } from '../plan/rule-set.ts';
import type { TieAnswer } from './ties.ts';

/** A tie that nothing has decided yet, with the places it is about. */
export interface PendingTie {
  readonly among: readonly string[];
  readonly openPlaces: readonly OpenPlace[];
  readonly awaiting?: PersonalTieBreaker;
  /** The tie that a runoff held for this one has left in turn: that is the one to decide (rule 7.5). */
  readonly inRunoff?: PendingTie;
}

export interface Arrangement {
  readonly winners: readonly Winner[];
  readonly left: readonly OpenPlace[];
  /** Places offered in a runoff that nobody won there. */
  readonly lost: readonly OpenPlace[];
  readonly pending?: PendingTie;
  readonly decidedBy?: TieBreaker;
  readonly among?: readonly string[];
  readonly steps: readonly TieStep[];
}

/** What a later round held among exactly these nominees gave them, which places stay open and how many are lost. */
export type RunoffResult =
  | {
      readonly kind: 'settled';
      readonly winners: readonly Winner[];
      readonly freed: readonly OpenPlace[];
      readonly lost: readonly OpenPlace[];
    }
  | { readonly kind: 'unsettled'; readonly pending?: PendingTie };

export interface Ordering {
  /** Equal nominees in one tier, best first. */
  readonly tiers: readonly (readonly string[])[];
  readonly places: readonly OpenPlace[];
  readonly tieBreakers: readonly TieBreaker[];
  readonly breakTie: (tieBreaker: TieBreaker, group: readonly string[]) => TieAnswer;
  readonly runoffAmong: (group: readonly string[]) => RunoffResult | undefined;
  /** Whether a place that sharing in a runoff left free is one with the rest of it; in the first edition it was two. */
  readonly rejoinsFreed: boolean;
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
export function arrange(ordering: Ordering): Arrangement {
  const { tiers, places, tieBreakers, breakTie, runoffAmong, rejoinsFreed } = ordering;
  const queue: Tier[] = tiers.map((ids) => ({ ids, from: 0 }));
  const winners: Winner[] = [];
  const steps: TieStep[] = [];
  let left: readonly OpenPlace[] = places;
  const lost: OpenPlace[] = [];
  let decided: { decidedBy: TieBreaker; among: readonly string[] } | undefined;
  const done = (pending?: PendingTie): Arrangement => ({
    winners,
    left,
    lost,
    steps,
    // While somebody is awaited nothing has decided yet.
    ...(pending ? { pending } : decided),
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
    const takeFrom = (runoff: Extract<RunoffResult, { kind: 'settled' }>): void => {
      winners.push(...runoff.winners);
      left = [...runoff.freed, ...afterSlots(left, slotsOf(openPlaces))];
      if (rejoinsFreed) left = rejoined(left);
      lost.push(...runoff.lost);
      decided = { decidedBy: 'runoff', among: ids };
    };
    const waitFor = (awaiting?: PersonalTieBreaker, runoff?: RunoffResult): Arrangement => {
      const inRunoff = runoff?.kind === 'unsettled' ? runoff.pending : undefined;
      return done({
        among: ids,
        openPlaces,
        ...(inRunoff && { inRunoff }),
        ...(awaiting && !runoff && { awaiting }),
      });
    };
    let settled = false;
    for (let index = tier.from; index < tieBreakers.length && !settled; index += 1) {
      const tieBreaker = tieBreakers[index]!;
      const step = (effect: TieStep['effect'], order: TieStep['order'] = []): void =>
        void steps.push({ tieBreaker, among: ids, effect, order });
      const answer = breakTie(tieBreaker, ids);
      if (answer.kind === 'passes-on') step('passed-on');
      else if (answer.kind === 'awaits') {
        const runoff = answer.whom === 'runoff' ? runoffAmong(ids) : undefined;
        settled = runoff?.kind === 'settled';
        step(settled ? 'settled' : 'awaited');
        if (runoff?.kind !== 'settled') return waitFor(answer.whom, runoff);
        takeFrom(runoff);
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
    if (settled) continue;
    // Rule 7.5: nothing decides; a runoff that the officers opened all the same does.
    const runoff = runoffAmong(ids);
    if (runoff?.kind !== 'settled') return waitFor(undefined, runoff);
    takeFrom(runoff);
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
