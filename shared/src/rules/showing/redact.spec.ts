import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../journal/canonical-json.ts';
import { firstBreak, sha256Hex } from '../../journal/chain.ts';
import { replay, reveal } from '../../journal/replay.ts';
import { abstention, aMotion, aPlan, says } from '../../testing/a-session.ts';
import { inSession, type LivedSession, member } from '../../testing/lived-session.ts';
import type { JournalEntry } from '../events.ts';
import { hiddenTallies, openingsOf, ownBallots, redact, redactSession, type Audience } from './redact.ts';
import type { RuleSet, Visibility } from '../plan/rule-set.ts';
import type { Session } from '../session.ts';

const under = (visibility: Visibility, rules: Partial<RuleSet> = {}): LivedSession =>
  inSession(aPlan({ rules: { visibility, ...rules }, questions: [aMotion(), aMotion({ questionId: 'p' })] }));

const seenBy = (audience: Audience, { entries, session }: LivedSession): JournalEntry[] =>
  entries.map((entry) => redact(entry, audience, session));

const lastSeen = (session: LivedSession, audience: Audience = 'public') => seenBy(audience, session).at(-1)!;

/** What the running counts say is told apart from the session. */
const withoutTallies = (session: Session): Session => ({
  ...session,
  questions: session.questions.map((question) => ({
    ...question,
    rounds: question.rounds.map((round) =>
      round.status === 'open' ? { ...round, tally: { ballots: 0, notVoted: 0, recused: 0 } } : round,
    ),
  })),
});

const openRoundOf = (session: Session) => session.questions[0]!.rounds[0]!;

describe('an open round', () => {
  it('[10.1] names: every ballot by name at once', () => {
    const session = under('names')
      .openRound()
      .cast({ m2: says('for') });
    expect(lastSeen(session)).toEqual(session.entries.at(-1));
    expect(lastSeen(session)).not.toHaveProperty('opening');
    expect(openRoundOf(redactSession(session.session, 'public')).ballots).toMatchObject([
      { memberId: 'm2', ballot: says('for') },
    ]);
    expect(hiddenTallies(session.session)).toBeUndefined();
  });

  it.each(['public', 'officers'] as const)(
    '[10.1] [10.3] turnout: who has voted, no choice and no count, for %s',
    (audience) => {
      const session = under('turnout')
        .openRound()
        .cast({ m2: says('for') });
      const entry = lastSeen(session, audience);
      expect(entry).toMatchObject({
        actor: 'm2',
        event: { type: 'ballot-cast', memberId: 'm2', replaces: null },
      });
      expect(entry.event).not.toHaveProperty('ballot');
      expect(entry).not.toHaveProperty('opening');
      const round = openRoundOf(redactSession(session.session, audience));
      expect(round.ballots).toEqual([
        { memberId: 'm2', position: session.position, basis: 'own', changes: 0 },
      ]);
      expect(round.tally).toEqual({ ballots: 1, notVoted: 4, recused: 0 });
      expect(hiddenTallies(session.session)).toBeUndefined();
    },
  );

  it('[10.1] turnout: no count before the first ballot either', () => {
    const session = under('turnout').openRound();
    expect(openRoundOf(redactSession(session.session, 'public')).tally).toEqual({
      ballots: 0,
      notVoted: 5,
      recused: 0,
    });
  });

  it.each(['public', 'officers'] as const)(
    '[10.1] [10.3] totals: the counts, never who, for %s',
    (audience) => {
      const session = under('totals')
        .openRound()
        .cast({ m2: says('for'), m3: abstention });
      const entry = lastSeen(session, audience);
      expect(entry.event).toEqual({
        type: 'ballot-cast',
        roundId: session.round().roundId,
        sealed: expect.any(String),
      });
      for (const field of ['opening', 'actor', 'commandId']) expect(entry).not.toHaveProperty(field);
      const round = openRoundOf(redactSession(session.session, audience));
      expect(round.ballots).toEqual([]);
      expect(round.tally).toEqual({
        ballots: 2,
        votes: { for: 1, against: 0 },
        abstained: 1,
        notVoted: 3,
        recused: 0,
      });
      expect(hiddenTallies(session.session)).toEqual({ [round.roundId]: round.tally });
      expect(JSON.stringify(round.sealed)).not.toContain('m2');
    },
  );

  it('[10.1] totals: whoever has voted and left is not told by the list of those entitled', () => {
    const voted = under('totals')
      .openRound()
      .cast({ m2: says('for') })
      .leave('m2');
    const silent = under('totals')
      .openRound()
      .cast({ m3: says('for') })
      .leave('m2');
    const seen = (session: LivedSession) => openRoundOf(redactSession(session.session, 'public'));
    expect(seen(voted)).toMatchObject({
      entitled: ['m1', 'm3', 'm4', 'm5'],
      present: ['m1', 'm3', 'm4', 'm5'],
    });
    expect(seen(voted).entitled).toEqual(seen(silent).entitled);
    expect(seen(voted).tally).toEqual(seen(silent).tally);
  });

  it('[10.1] totals: nor is an absent member whose written ballot came', () => {
    const session = under('totals', { absentee: true }).leave('m5').openRound();
    const { roundId } = session.round();
    session.tell({
      type: 'enter-ballot',
      roundId,
      memberId: 'm5',
      ballot: says('for'),
      basis: 'written',
      document: '7',
    });
    expect(openRoundOf(redactSession(session.session, 'officers')).entitled).toEqual([
      'm1',
      'm2',
      'm3',
      'm4',
    ]);
    expect(lastSeen(session, 'officers').event).toEqual({
      type: 'ballot-entered',
      roundId,
      basis: 'written',
      sealed: expect.any(String),
    });
  });

  it('[10.1] a member always sees the own ballot', () => {
    const session = under('totals')
      .openRound()
      .cast({ m2: says('for') });
    const { roundId } = session.round();
    expect(ownBallots(session.session, 'm2')).toEqual({
      [roundId]: { ballot: says('for'), position: session.position, basis: 'own' },
    });
    expect(ownBallots(session.session, 'm3')).toEqual({});
  });
});

describe('after the closing', () => {
  it.each(['names', 'totals', 'turnout'] as const)('[10.2] under %s names are public', (visibility) => {
    const session = under(visibility)
      .openRound()
      .cast({ m2: says('for'), m3: says('against') })
      .cast({ m2: abstention })
      .close();
    const published = replay(seenBy('public', session));
    expect(published.questions[0]?.rounds[0]?.ballots).toMatchObject([
      { memberId: 'm2', ballot: abstention, changes: 1 },
      { memberId: 'm3', ballot: says('against'), changes: 0 },
    ]);
    expect(published).toEqual(redactSession(session.session, 'public'));
  });

  it.each(['totals', 'turnout'] as const)(
    '[10.4] under %s the openings make up for what was sealed',
    (visibility) => {
      const session = under(visibility, { absentee: true }).leave('m5').openRound();
      const { roundId } = session.round();
      session.cast({ m2: says('for'), m3: says('against') }).cast({ m2: abstention });
      session.tell({
        type: 'enter-ballot',
        roundId,
        memberId: 'm5',
        ballot: says('for'),
        basis: 'written',
        document: '7',
      });
      session.tell({ type: 'recuse', questionId: 'q', reason: 'kin' }, member('m3'));
      const watched = replay(seenBy('public', session));
      expect(withoutTallies(watched)).toEqual(withoutTallies(redactSession(session.session, 'public')));
      session.close();
      const closed = replay([...watchedEntries(session), lastSeen(session)]);
      const revealed = reveal(closed, openingsOf(session.entries, session.round(), session.session));
      expect(revealed).toEqual(redactSession(session.session, 'public'));
      expect(revealed.questions[0]?.result.status).toBe('adopted');
    },
  );

  it('[10.4] openings of one round tell nothing of another that is open', () => {
    const session = under('turnout', { parallelRounds: true }).openRound('q').openRound('p');
    session
      .cast({ m1: says('for') }, 'q')
      .cast({ m1: says('against') }, 'p')
      .close('q');
    const openings = openingsOf(session.entries, session.round('q'), session.session);
    expect(openings).toHaveLength(1);
    expect(canonicalJson(openings)).not.toContain('against');
  });

  it('[10.4] what is opened has the digest that was chained', () => {
    const session = under('totals')
      .openRound()
      .cast({ m2: says('for') })
      .close();
    for (const { position, opening } of openingsOf(session.entries, session.round(), session.session)) {
      expect(opening.salt).toMatch(/^[0-9a-f]{32}$/);
      expect(sha256Hex(canonicalJson(opening))).toBe(session.entries[position - 1]?.event.sealed);
    }
  });

  /** The entries as they were sent while the round was open. */
  function watchedEntries(session: LivedSession): JournalEntry[] {
    return session.entries.slice(0, -1).map(({ opening: _opening, ...entry }) => entry);
  }
});

describe('a recusal', () => {
  const recuse = { type: 'recuse', questionId: 'q', reason: 'kin' } as const;

  it('[8.1] under totals is sealed until the closing, and the count falls', () => {
    const session = under('totals')
      .openRound()
      .cast({ m2: says('for'), m3: says('for') })
      .tell(recuse, member('m2'));
    const [recusal, reason] = seenBy('officers', session).slice(-2);
    expect(recusal?.event).toEqual({ type: 'member-recused', questionId: 'q', sealed: expect.any(String) });
    expect(reason?.event).toEqual({ type: 'recusal-explained', questionId: 'q', sealed: expect.any(String) });
    expect(recusal).not.toHaveProperty('actor');
    expect(recusal).not.toHaveProperty('opening');
    for (const audience of ['public', 'officers'] as const) {
      const seen = redactSession(session.session, audience);
      expect(openRoundOf(seen)).toMatchObject({
        recused: [],
        entitled: ['m1', 'm2', 'm3', 'm4', 'm5'],
        tally: { ballots: 1, recused: 0, notVoted: 4 },
      });
      expect(seen.questions[0]?.recused).toEqual([]);
    }
    session.close();
    expect(
      seenBy('public', session).find((each) => each.event.type === 'member-recused')?.opening,
    ).toMatchObject({ memberId: 'm2' });
    expect(redactSession(session.session, 'public').questions[0]?.recused).toEqual([{ memberId: 'm2' }]);
  });

  it('[8.1] under totals, before the round opens, it hides nothing', () => {
    const session = under('totals').tell(recuse, member('m2')).openRound();
    expect(openRoundOf(redactSession(session.session, 'public'))).toMatchObject({
      recused: ['m2'],
      entitled: ['m1', 'm3', 'm4', 'm5'],
    });
  });

  it.each(['names', 'turnout'] as const)(
    '[8.1] under %s it is seen at once, its reason by officers only',
    (visibility) => {
      const session = under(visibility)
        .openRound()
        .cast({ m2: says('for') })
        .tell(recuse, member('m2'));
      const [recusal, reason] = seenBy('public', session).slice(-2);
      expect(recusal?.event).toMatchObject({ memberId: 'm2' });
      expect(reason?.event).toEqual({
        type: 'recusal-explained',
        questionId: 'q',
        memberId: 'm2',
        sealed: expect.any(String),
      });
      expect(reason).not.toHaveProperty('opening');
      expect(lastSeen(session, 'officers').opening).toMatchObject({ reason: 'kin' });
    },
  );
});

describe('reasons that are nobody’s business', () => {
  const ill = () =>
    under('names').tell({ type: 'mark-attendance', memberId: 'm5', attendance: 'absent', reason: 'ill' });

  it('[10.4] stay sealed for the public for good; officers have them', () => {
    const session = ill()
      .vote({ m1: says('for') })
      .tell({ type: 'close-session' });
    expect(canonicalJson(seenBy('public', session))).not.toContain('"ill"');
    expect(canonicalJson(seenBy('officers', session))).toContain('"ill"');
    expect(canonicalJson(redactSession(session.session, 'public'))).not.toContain('"ill"');
    expect(redactSession(session.session, 'officers').roll[4]?.reason).toBe('ill');
    expect(replay(seenBy('public', session))).toEqual(redactSession(session.session, 'public'));
    expect(replay(seenBy('officers', session))).toEqual(redactSession(session.session, 'officers'));
  });

  it('an absence without a reason has nothing to seal', () => {
    const session = under('names').leave('m5');
    expect(session.entries.at(-1)?.event).not.toHaveProperty('sealed');
  });
});

describe('the chain', () => {
  it.each(['names', 'totals', 'turnout'] as const)(
    '[10.4] [12.1] every audience verifies it all the time, under %s',
    (visibility) => {
      const session = under(visibility)
        .tell({ type: 'mark-attendance', memberId: 'm5', attendance: 'absent', reason: 'ill' })
        .openRound();
      session.cast({ m1: says('for'), m2: says('against') });
      for (const audience of ['public', 'officers'] as const)
        expect(firstBreak(seenBy(audience, session))).toBeUndefined();
      session.close();
      for (const audience of ['public', 'officers'] as const)
        expect(firstBreak(seenBy(audience, session))).toBeUndefined();
    },
  );
});
