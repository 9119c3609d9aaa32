import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { bounds } from '@open-ballot/shared/rules/bounds';
import type { JournalEntry } from '@open-ballot/shared/rules/events';
import {
  aCriterion,
  aMotion,
  aNomination,
  aNominee,
  aPlan,
  rules,
} from '@open-ballot/shared/testing/a-session';
import { entryFault } from '@open-ballot/shared/verifier/file/event-shapes';
import { newSession } from './new-session.dto.ts';

const share = { base: 'participants', threshold: { n: 1, d: 2, compare: 'at-least' } } as const;

/** A plan in which every field stands that a client may send. */
const { contestTitle, rehearsal, deadline, edition, ...body } = aPlan({
  organisation: 'Body',
  commission: 'Commission',
  secretaryId: 'm2',
  secretaryName: 'Secretary',
  invited: ['Guest'],
  earlierWinners: ['e'],
  rules: rules({ allPresentSign: true, decision: { kind: 'plurality', floor: share, minimumScore: '1' } }),
  questions: [
    aMotion({
      decision: { kind: 'majority', majority: share, nextRound: 'repeat', maxRounds: 2 },
      ties: ['rejected'],
    }),
    aNomination('score', '', {
      questionId: 'p',
      nomination: 'n',
      category: 'c',
      minEntries: 1,
      winnerLabel: 'l',
      reporter: 'r',
      places: { kind: 'ranked', counts: [1] },
      nominees: [
        aNominee('x', {
          entrantId: 'e',
          region: 'r',
          organisation: 'o',
          appliedAt: '2021-01-01T00:00:00.000Z',
          priorScore: '1.5',
          materials: 'm',
        }),
      ],
      parameters: {
        min: 1,
        max: 1,
        againstAll: true,
        partial: true,
        points: ['5'],
        sumOfPlaces: false,
        criteria: [aCriterion('c')],
        aggregate: 'mean',
        rounding: { at: 'total', digits: 2 },
      },
    }),
    aNomination('approval', 'x', { questionId: 'r', places: { kind: 'all' } }),
  ],
});

const recorded = (event: object) =>
  entryFault({ sessionId: 's', position: 1, part: 0, event } as unknown as JournalEntry);
const convened = (plan: object) =>
  recorded({ type: 'session-convened', ...plan, contestTitle, rehearsal, deadline, edition });

type Place = readonly (string | number)[];

/** Every place in a value, by the path to it. */
const placesIn = (value: unknown, at: Place = []): Place[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => [[...at, key], ...placesIn(each, [...at, key])])
    : [];

function altered(value: object, place: Place, alter: (holder: Record<string, unknown>, key: string) => void) {
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
  const holder = place.slice(0, -1).reduce((inside, key) => inside[key] as typeof copy, copy);
  alter(holder, String(place.at(-1)));
  return copy;
}

const most = [bounds.sessionNumber, bounds.id, bounds.text, bounds.roll, bounds.nominees, bounds.share, 6];
const others: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    ' ',
    'word',
    'a\0b',
    '\ud800',
    '7.5',
    '1e3',
    '__proto__',
    'constructor',
    {},
    [],
    [null],
  ],
  ...most.flatMap((bound) => [bound, bound + 1, 'x'.repeat(bound), 'x'.repeat(bound + 1)]),
  ...[-1, 0, 1.5, '2021-02-30', '2021-02-28', 'Mars/Base', 'Europe/Moscow', '2021-07-01T00:00:00.000Z'],
  ...[['rejected', 'rejected'], ['in-person', 'in-person'], ['in-person']],
];

/** Filled in before it is recorded. */
const mayBeLeftOut = /(^|\.)(parameters|places|nominees|earlierWinners)$/;
/** That a share is at most the whole, the rules say of any plan. */
const isForTheRules = /\.n$/;

describe('[12.4] a plan in a journal', () => {
  const places = placesIn(body);
  const differing = (alter: (holder: Record<string, unknown>, key: string) => void, but: RegExp) =>
    places.flatMap((place) => {
      const sent = altered(body, place, alter);
      const isTaken = newSession.accepts(sent);
      const path = place.join('.');
      return but.test(path) || isTaken === (convened(sent) === undefined) ? [] : [{ path, isTaken }];
    });

  it('is held to what the edge takes, whatever stands in a field', () => {
    expect(newSession.accepts(body)).toBe(true);
    expect(convened(body)).toBeUndefined();
    for (const other of others)
      expect({ other, of: differing((holder, key) => (holder[key] = other), isForTheRules) }).toEqual({
        other,
        of: [],
      });
  });

  it('is held to its fields, no more and no fewer', () => {
    expect(differing((holder, key) => Array.isArray(holder) || delete holder[key], mayBeLeftOut)).toEqual([]);
    expect(differing((holder) => (holder['colour'] = 'red'), /^$/)).toEqual([]);
  });
});
