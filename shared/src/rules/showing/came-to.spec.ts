import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { decisionLines } from '../../protocol/votes/decision-lines.ts';
import { recordOf } from '../../protocol/session-record.ts';
import { resultLines } from '../../protocol/sheets/results-sheet.ts';
import { roman } from '../../words/numbers.ts';
import { verdictOf } from '../../protocol/votes/verdict.ts';
import {
  aNomination,
  aPlan,
  chooses,
  laureates,
  majority,
  moreThan,
  ranked,
} from '../../testing/a-session.ts';
import { live, stories, storiesOfRounds } from '../../testing/generated-session.ts';
import { inSession, spread, type LivedSession } from '../../testing/lived-session.ts';
import { explanationOf } from '../../verifier/explanation/sentences.ts';
import { slotsOf } from '../counting/places.ts';
import type { Question, QuestionDraft, Round } from '../session.ts';
import { cameTo, notAwardedBy, wonBefore, wonIn, type PlaceHeld } from './came-to.ts';

jest.setTimeout(60_000);

const opened = (question: QuestionDraft): LivedSession =>
  inSession(aPlan({ members: 9, questions: [question] }));

const votes = (...counts: readonly number[]) =>
  spread(counts.map((count, index) => [count, chooses('abcdefgh'[index]!)] as const));

const written = (places: readonly PlaceHeld[]): string =>
  places.map(({ place, nomineeIds }) => `${place}${nomineeIds.join('=')}`).join(' ');

const read = (lived: LivedSession) => {
  const came = cameTo(lived.session, lived.question());
  return { state: came.state, places: written(came.places), notAwarded: came.notAwarded };
};

const runoffForTheRest = aNomination('choose', 'a b c', { places: ranked(1, 1, 1), ties: ['runoff', 'lot'] });

describe('what a question came to', () => {
  it('[6.4] keeps the place that was clear before a runoff for the others', () => {
    const lived = opened(runoffForTheRest).vote(votes(5, 2, 2));
    expect(read(lived)).toEqual({ state: 'tied', places: '1a', notAwarded: [] });
    lived.openRound();
    expect(read(lived)).toEqual({ state: 'open', places: '1a', notAwarded: [] });
    lived.cast({ m1: chooses('c'), m2: chooses('b'), m3: chooses('c') }).close();
    expect(read(lived)).toEqual({ state: 'awarded', places: '1a 2c 3b', notAwarded: [] });
    const [first, runoff] = lived.question().rounds as [Round, Round];
    expect(written(wonIn(lived.question(), first))).toBe('1a');
    expect(written(wonBefore(lived.question(), runoff))).toBe('1a');
    expect(written(wonIn(lived.question(), runoff))).toBe('2c 3b');
  });

  it('[6.5] names the winner of the first round after a runoff that nobody voted in', () => {
    const lived = opened(runoffForTheRest)
      .vote(votes(5, 2, 2))
      .vote({});
    const notAwarded = [
      { place: 2, count: 1 },
      { place: 3, count: 1 },
    ];
    expect(read(lived)).toEqual({ state: 'awarded', places: '1a', notAwarded });
    const runoff = lived.round();
    expect(verdictOf(lived.session, lived.question(), runoff).join(' ')).toBe(
      'Ни один номинант голосов не получил. Других мест по итогам этого голосования никто не занял.',
    );
    expect(
      explanationOf(lived.session, lived.question(), runoff, 'ru').at(-1)?.text.replaceAll('\u00A0', ' '),
    ).toBe(
      'Места уже заняли: I место – Nominee a. Итог: других мест в этом туре никто не занял. Не присуждено: 2 места.',
    );
  });

  it('[6.4] gives a place below a tie to whoever had it clear in the round of the tie', () => {
    const lived = opened(runoffForTheRest)
      .vote(votes(4, 4, 1))
      .vote(votes(2, 3));
    expect(read(lived).places).toBe('1b 2a 3c');
    expect(written(wonIn(lived.question(), lived.question().rounds[0]!))).toBe('3c');
  });

  it('[9.2] is open again where its round was annulled, and says so', () => {
    const lived = opened(runoffForTheRest).vote(votes(5, 3, 1));
    expect(read(lived).state).toBe('awarded');
    lived.annul();
    expect(read(lived)).toEqual({ state: 'annulled', places: '', notAwarded: [] });
    expect(written(wonIn(lived.question(), lived.round()))).toBe('');
  });

  it('[9.2] keeps what was clear before an annulled runoff', () => {
    const lived = opened(runoffForTheRest)
      .vote(votes(5, 2, 2))
      .vote(votes(0, 3, 1))
      .annul();
    expect(read(lived)).toEqual({ state: 'annulled', places: '1a', notAwarded: [] });
  });

  it('[3.4] waits for the tie on after a runoff without a quorum', () => {
    const lived = opened(runoffForTheRest)
      .vote(votes(5, 2, 2))
      .openRound();
    lived.leave('m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7').close();
    const { tie, ...came } = cameTo(lived.session, lived.question());
    expect(came).toMatchObject({ state: 'no-quorum', final: false });
    expect(written(came.places)).toBe('1a');
    expect(tie).toMatchObject({ awaiting: 'runoff', round: { number: 1 } });
  });

  it('[4.4] may go on after a majority that nobody reached, and is final when the session is over', () => {
    const lived = opened(
      aNomination('choose', 'a b c', { decision: majority('present', moreThan(1, 2)), places: laureates(1) }),
    ).vote(votes(4, 3, 2));
    expect(cameTo(lived.session, lived.question())).toMatchObject({ state: 'next-round', final: false });
    lived.tell({ type: 'close-session' });
    expect(cameTo(lived.session, lived.question())).toMatchObject({ state: 'no-winner', final: true });
  });
});

describe('whatever is tried', () => {
  const isShared = ({ rounds }: Question): boolean =>
    rounds.some(({ outcome }) => outcome?.steps?.some(({ tieBreaker }) => tieBreaker === 'shared'));

  /** What each reader names, as «place nominee» lines in order. */
  const linesOf = (held: readonly PlaceHeld[]): string[] =>
    held.flatMap(({ place, nomineeIds }) => nomineeIds.map((id) => `${place} ${id}`)).toSorted();

  const readersOf = (lived: LivedSession, question: Question) => {
    const { session } = lived;
    const record = recordOf(lived.entries);
    const nameOf = new Map(question.nominees.map(({ nomineeId, name }) => [nomineeId, name]));
    const decision = decisionLines(session, question);
    const last = question.rounds.findLast(
      (each) => each.status === 'closed' && each.outcome && each.outcome.kind !== 'no-quorum',
    );
    const explained = last ? (explanationOf(session, question, last, 'ru').at(-1)?.text ?? '') : '';
    return {
      result: question.result.winners.map(({ nomineeId, place }) => `${place} ${nomineeId}`).toSorted(),
      rounds: question.rounds.flatMap((round) => linesOf(wonIn(question, round))).toSorted(),
      protocol: cameTo(session, question).places.flatMap(({ place, nomineeIds }) => {
        const numeral = question.places.kind === 'ranked' ? `Присудить ${roman(place)}\u00A0место` : '';
        const line = decision.find((each) => each.includes(numeral) && each.includes(':')) ?? '';
        return nomineeIds.filter((id) => line.includes(nameOf.get(id)!)).map((id) => `${place} ${id}`);
      }),
      sheet: resultLines(record)
        .flatMap((line) =>
          line.about === 'nominee' &&
          line.place !== undefined &&
          line.question.questionId === question.questionId
            ? [`${line.place} ${line.nominee.nomineeId}`]
            : [],
        )
        .toSorted(),
      explained: [...nameOf].filter(([, name]) => explained.includes(name)).map(([id]) => id),
    };
  };

  it('[6.4] [12.4] rounds, protocol, its sheets and the explanation name the winners of the result, in their places', () => {
    let awarded = 0;
    fc.assert(
      fc.property(fc.oneof(stories, { weight: 3, arbitrary: storiesOfRounds }), (story) => {
        const lived = live(story);
        for (const question of lived.session.questions) {
          const came = cameTo(lived.session, question);
          const named = linesOf(came.places);
          const readers = readersOf(lived, question);
          expect(readers.rounds).toEqual(named);
          expect(readers.sheet).toEqual(named);
          const ids = came.places.flatMap(({ nomineeIds }) => nomineeIds);
          expect(readers.explained.toSorted()).toEqual(ids.toSorted());
          if (question.result.status === 'undecided') continue;
          expect(readers.result).toEqual(named);
          expect(readers.protocol.toSorted()).toEqual(named);
          if (question.result.status !== 'awarded') continue;
          awarded += 1;
          // A shared place takes from the next one what only the places together know.
          if (!isShared(question)) expect(slotsOf(came.notAwarded)).toBe(question.result.notAwarded);
          expect(question.rounds.flatMap((round) => notAwardedBy(question, round))).toEqual(came.notAwarded);
        }
      }),
      { numRuns: 200 },
    );
    expect(awarded).toBeGreaterThan(25);
  });

  it('[6.4] a place that stands before a round is not taken away by it', () => {
    fc.assert(
      fc.property(storiesOfRounds, (story) => {
        const held = new Map<string, string[]>();
        live(story, ({ session }) => {
          for (const question of session.questions) {
            const { places, round, state } = cameTo(session, question);
            const key = `${question.questionId} ${question.rounds.filter((each) => each.status === 'annulled').length}`;
            const now = linesOf(places);
            expect(now).toEqual(expect.arrayContaining(held.get(key) ?? []));
            if (state !== 'annulled' && round) held.set(key, now);
          }
        });
      }),
      { numRuns: 80 },
    );
  });
});
