import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { firstBreak, sha256Hex } from '../journal/chain.ts';
import { evolve, replay, reveal } from '../journal/replay.ts';
import { verify } from '../verifier/verify.ts';
import { live, stories } from '../testing/generated-session.ts';
import type { LivedSession } from '../testing/lived-session.ts';
import type { JournalEntry } from './events.ts';
import { resolve } from './counting/outcome.ts';
import { allPlaces, slotsOf } from './counting/places.ts';
import { openingsOf, redact, redactSession, type Audience } from './showing/redact.ts';
import { tally } from './counting/tally.ts';
import {
  decisionRuleOf,
  isPresidingPresent,
  isWrittenProcedure,
  type Question,
  type Round,
  type Session,
} from './session.ts';

jest.setTimeout(60_000);

const audiences: readonly Audience[] = ['public', 'officers'];
const roundsOf = (session: Session): { question: Question; round: Round }[] =>
  session.questions.flatMap((question) => question.rounds.map((round) => ({ question, round })));

const check = (
  numRuns: number,
  property: (session: LivedSession) => void,
  after?: (session: LivedSession) => void,
): void =>
  fc.assert(
    fc.property(stories, (story) => property(live(story, after))),
    { numRuns },
  );

/** Running counts under `totals` travel beside the entries, so that a session evolved from these lacks them. */
const tallyAside = (session: Session): Session =>
  session.ruleSet.visibility !== 'totals'
    ? session
    : {
        ...session,
        questions: session.questions.map((question) => ({
          ...question,
          rounds: question.rounds.map((round) =>
            round.status === 'open' ? { ...round, tally: { ballots: 0, notVoted: 0, recused: 0 } } : round,
          ),
        })),
      };

describe('whatever is tried', () => {
  it('nothing throws, the chain holds, and replaying the journal is living it', () =>
    check(100, ({ entries, session }) => {
      expect(firstBreak(entries)).toBeUndefined();
      const stored = JSON.parse(JSON.stringify(entries)) as JournalEntry[];
      expect(replay(stored)).toEqual(session);
    }));

  it('[12.4] the verifier finds nothing wrong with it, whoever exported it', () =>
    check(40, ({ entries, session }) => {
      for (const audience of audiences)
        expect(verify(entries.map((entry) => redact(entry, audience, session)))).toMatchObject({
          sound: true,
        });
    }));

  it('[5.6] [9.1] nobody counts twice, and only those entitled', () =>
    check(
      60,
      () => undefined,
      ({ session }) =>
        expect(roundsOf(session).flatMap(({ round }) => miscounts(session, round))).toEqual([]),
    ));

  /** What is wrong about who counts in a round, in words; nothing, one hopes. */
  function miscounts(
    session: Session,
    { status, ballots, entitled, recused, tally: count, tieBreaking, ballotKind }: Round,
  ): string[] {
    const holders = ballots.map((each) => each.memberId);
    const voting = new Set(session.roll.filter((seat) => seat.votes).map((seat) => seat.memberId));
    const { votes, abstained = 0 } = count;
    const sides = (votes?.['for'] ?? 0) + (votes?.['against'] ?? 0) + abstained;
    const holds: Readonly<Record<string, boolean>> = {
      'one ballot per seat': new Set(holders).size === holders.length,
      'of those entitled': holders.every((id) => entitled.includes(id)),
      'of nobody recused': !holders.some((id) => recused.includes(id)),
      'entitled are seats with a vote': entitled.every((id) => voting.has(id)),
      'all ballots are counted':
        count.ballots === holders.length + tieBreaking.castingVotes.length ||
        // There a casting vote could be given to a round that had been annulled.
        (session.edition === undefined && status === 'annulled'),
      'the silent are the rest': count.notVoted === entitled.length - holders.length,
      'sides and abstentions are the ballots':
        ballotKind !== 'motion' || votes === undefined || sides === count.ballots,
    };
    return Object.keys(holds).filter((each) => !holds[each]);
  }

  it('[1.7] [1.8] [2.4] nobody absent presides over an opening, and what was dropped is never voted on', () =>
    check(
      60,
      () => undefined,
      ({ entries, session }) => {
        const opens = /^(session-opened|round-opened|casting-vote-given)$/.test(entries.at(-1)!.event.type);
        if (opens && session.edition !== undefined) expect(isPresidingPresent(session)).toBe(true);
        for (const { result, rounds } of session.questions) {
          if (result.status === 'dropped') expect(rounds).toEqual([]);
          if (isWrittenProcedure(session))
            for (const round of rounds) expect(round).toMatchObject({ present: [] });
        }
      },
    ));

  it('the order of the ballots changes neither tally nor outcome', () =>
    fc.assert(
      fc.property(stories, fc.nat(), (story, seed) => {
        const { session } = live(story);
        for (const { question, round } of roundsOf(session)) {
          if (round.status !== 'closed') continue;
          const turned = round.ballots.toSorted(
            (a, b) => ((a.position * (seed + 7)) % 31) - ((b.position * (seed + 7)) % 31),
          );
          expect(tally(round, turned)).toEqual(tally(round, round.ballots));
          const outcomes = [round.ballots, turned].map(
            (ballots) => resolve(session, question, { ...round, ballots }, [], sha256Hex).outcome,
          );
          expect(outcomes[1]).toEqual(outcomes[0]);
        }
      }),
      { numRuns: 100 },
    ));
});

describe('whoever wins', () => {
  it('[6.2] [6.4] [6.5] [6.6] meets the rule', () =>
    check(150, ({ session }) => {
      for (const question of session.questions) {
        const { status, winners, notAwarded } = question.result;
        const standing = question.rounds.filter((each) => each.status !== 'annulled');
        if (status !== 'awarded') {
          expect(winners).toEqual([]);
          continue;
        }
        expect(winners.length).toBeGreaterThan(0);
        expect(new Set(winners.map((each) => each.nomineeId)).size).toBe(winners.length);
        const offered = allPlaces(question);
        const isShared = standing.some((round) =>
          round.outcome?.steps?.some((each) => each.tieBreaker === 'shared' && each.effect === 'settled'),
        );
        if (question.places.kind === 'all') expect(notAwarded).toBe(0);
        else if (!isShared) {
          expect(winners.length + notAwarded).toBe(slotsOf(offered));
          for (const { place, count } of offered)
            expect(winners.filter((each) => each.place === place).length).toBeLessThanOrEqual(count);
        }
        const passedOver = standing.flatMap((round) => round.outcome?.passedOver ?? []);
        const [first] = standing;
        for (const { nomineeId } of winners) {
          expect(first?.nomineeIds).toContain(nomineeId);
          if (standing.length === 1) expect(passedOver).not.toContain(nomineeId);
        }
        if (standing.length === 1 && first) meetsThreshold(session, question, first);
        if (standing.length === 1 && first) isOrdered(session, question, first);
      }
    }));

  it('[6.1] [6.2] [7.1] a motion is adopted by its majority, or by the tie-breaker it names', () =>
    check(100, ({ session }) => {
      for (const { question, round } of roundsOf(session)) {
        if (question.kind !== 'motion' || !round.outcome || round.outcome.decidedBy) continue;
        const rule = decisionRuleOf(session, question);
        const { votes = {} } = round.tally;
        const inFavour = votes['for'] ?? 0;
        const against = votes['against'] ?? 0;
        if (round.outcome.kind === 'adopted') {
          expect(inFavour).toBeGreaterThan(rule.kind === 'plurality' ? against : -1);
          expect(round.quorumStood).toBe(true);
          expect(
            isShareOf(
              session,
              round,
              inFavour,
              inFavour + against,
              rule.kind === 'majority' ? rule.majority : rule.floor,
            ),
          ).toBe(true);
        }
        if (round.outcome.kind === 'tied') expect(inFavour).toBe(against);
        if (round.outcome.kind === 'rejected' && rule.kind === 'plurality' && !rule.floor)
          expect(inFavour).toBeLessThanOrEqual(against);
      }
    }));

  /** Rule 6.1 once more, in the plainest numbers. */
  function isShareOf(
    session: Session,
    round: Round,
    part: number,
    forAndAgainst: number,
    majority: { base: string; threshold: { n: number; d: number; compare: string } } | undefined,
  ): boolean {
    if (!majority) return true;
    const gone = session.ruleSet.recusedStay ? [] : round.recused;
    const voting = session.roll.filter((seat) => seat.votes && !gone.includes(seat.memberId)).length;
    const here = [...round.present, ...round.ballots.map((each) => each.memberId)].filter(
      (id) => !gone.includes(id),
    );
    const sizes: Record<string, number> = {
      'for-and-against': forAndAgainst,
      participants: round.ballots.length,
      present: new Set(here).size,
      appointed: voting,
      established: session.establishedSeats - gone.length,
    };
    const { n, d, compare } = majority.threshold;
    return compare === 'at-least'
      ? part * d >= sizes[majority.base]! * n
      : part * d > sizes[majority.base]! * n;
  }

  /** Of the majority or the floor that is asked of nominees, where one is. */
  function hasItsShare(session: Session, question: Question, round: Round, nomineeId: string): boolean {
    if (question.kind !== 'approval' && question.kind !== 'choose') return true;
    const rule = decisionRuleOf(session, question);
    const votes = round.ballots.filter(({ ballot }) => ballot && isFor(ballot, nomineeId)).length;
    const decided =
      question.kind === 'approval'
        ? votes + (round.tally.against?.[nomineeId] ?? 0)
        : round.ballots.length - (round.tally.abstained ?? 0);
    return isShareOf(session, round, votes, decided, rule.kind === 'majority' ? rule.majority : rule.floor);
  }

  function meetsThreshold(session: Session, question: Question, round: Round): void {
    const votes = (id: string) => round.ballots.filter(({ ballot }) => ballot && isFor(ballot, id)).length;
    if (question.kind !== 'approval' && question.kind !== 'choose') return;
    for (const { nomineeId } of question.result.winners) {
      expect(votes(nomineeId)).toBeGreaterThan(0);
      expect(hasItsShare(session, question, round, nomineeId)).toBe(true);
      if (question.kind === 'choose' && question.parameters.againstAll)
        expect(Math.max(...round.nomineeIds.map(votes))).toBeGreaterThan(
          round.tally.votes?.['against-all'] ?? 0,
        );
    }
  }

  const isFor = (ballot: NonNullable<Round['ballots'][number]['ballot']>, id: string): boolean =>
    'answers' in ballot ? ballot.answers[id] === 'for' : 'nominees' in ballot && ballot.nominees.includes(id);

  /** Nobody stands above somebody with more votes or points, and nobody who could have won has more than a winner. */
  function isOrdered(session: Session, question: Question, round: Round): void {
    const { kind, parameters, result, nominees } = question;
    const { points, votes } = round.tally;
    const counted = (kind === 'rank' || kind === 'score' ? points : votes) ?? {};
    const better = (a: string, b: string) =>
      (Number(counted[a]) - Number(counted[b])) * (parameters.sumOfPlaces ? -1 : 1);
    const winners = result.winners.map((each) => each.nomineeId);
    for (const [index, { nomineeId, place }] of result.winners.entries()) {
      const next = result.winners[index + 1];
      if (!next) continue;
      expect(next.place).toBeGreaterThanOrEqual(place);
      expect(better(nomineeId, next.nomineeId)).toBeGreaterThanOrEqual(0);
    }
    const out = [
      ...winners,
      ...(round.outcome?.passedOver ?? []),
      ...(round.outcome?.notJudged ?? []),
      ...round.nomineeIds.filter((id) => !hasItsShare(session, question, round, id)),
      ...nominees.filter((each) => each.withdrawn).map((each) => each.nomineeId),
    ];
    // Of a sum of places nobody mentioned has the least, and of points nobody scored may have none.
    if (parameters.sumOfPlaces) return;
    for (const id of round.nomineeIds.filter((each) => !out.includes(each)))
      expect(better(winners.at(-1)!, id)).toBeGreaterThanOrEqual(0);
  }
});

describe('what is hidden', () => {
  it('[10.1] [10.3] never travels while the round is open', () =>
    check(
      60,
      () => undefined,
      ({ entries, session }) => {
        const leaks = audiences.flatMap((audience) => [
          ...entries.slice(-3).flatMap((entry) => leaksOf(redact(entry, audience, session), session)),
          ...roundsOf(redactSession(session, audience)).flatMap(({ round }) => leaksOfRound(round, session)),
        ]);
        expect(leaks).toEqual([]);
      },
    ));

  function leaksOf({ event, opening, actor, commandId }: JournalEntry, session: Session): string[] {
    const isOpen = roundsOf(session).some(
      ({ round }) => round.roundId === event['roundId'] && round.status === 'open',
    );
    if (!isOpen || !event.type.startsWith('ballot-') || session.ruleSet.visibility === 'names') return [];
    const hidden = { opening, ballot: event['ballot'] };
    const who = {
      memberId: event['memberId'],
      replaces: event['replaces'],
      document: event['document'],
      actor,
      commandId,
    };
    const told = session.ruleSet.visibility === 'totals' ? { ...hidden, ...who } : hidden;
    return Object.entries(told).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  }

  function leaksOfRound(
    { status, ballots, tally: count, sealed }: Round,
    { ruleSet: { visibility } }: Session,
  ): string[] {
    if (status !== 'open' || visibility === 'names') return [];
    const known = visibility === 'turnout' ? ['ballots', 'notVoted', 'recused'] : Object.keys(count);
    return [
      ...ballots
        .filter((each) => each.ballot || visibility === 'totals')
        .map((each) => `ballot of ${each.memberId}`),
      ...Object.keys(count).filter((each) => !known.includes(each)),
      ...sealed
        .filter((each) => visibility === 'totals' && each.memberId)
        .map((each) => `seal of ${each.memberId}`),
    ];
  }

  it('[10.4] and the chain holds for everybody', () =>
    check(60, ({ entries, session }) => {
      for (const audience of audiences)
        expect(firstBreak(entries.map((entry) => redact(entry, audience, session)))).toBeUndefined();
    }));

  it('[10.4] a session redacted is the session of the redacted entries', () =>
    check(80, ({ entries, session }) => {
      for (const audience of audiences) {
        const evolved = replay(entries.map((entry) => redact(entry, audience, session)));
        expect(tallyAside(evolved)).toEqual(tallyAside(redactSession(session, audience)));
      }
    }));

  it('[10.4] whoever watches from the beginning and is sent the openings after each closing sees the same', () =>
    fc.assert(
      fc.property(stories, (story) => {
        let watched: Session | undefined;
        let position = 0;
        live(story, ({ entries, session }) => {
          const fresh = entries.slice(position);
          position = entries.length;
          for (const entry of fresh)
            watched = evolve(watched, withoutOpenBallots(redact(entry, 'public', session)));
          for (const { event } of fresh) {
            if (event.type !== 'round-closed') continue;
            const closed = roundsOf(session).find(({ round }) => round.roundId === event['roundId']);
            if (closed) watched = reveal(watched!, openingsOf(entries, closed.round, session));
          }
          expect(tallyAside(watched!)).toEqual(tallyAside(redactSession(session, 'public')));
        });
      }),
      { numRuns: 60 },
    ));

  /** A ballot and the closing that it causes arrive in one frame: the opening of the ballot comes with them, or apart. */
  const withoutOpenBallots = ({ opening, ...entry }: JournalEntry): JournalEntry =>
    entry.event.type === 'ballot-cast' || entry.event.type === 'ballot-entered'
      ? entry
      : { ...entry, ...(opening && { opening }) };
});
