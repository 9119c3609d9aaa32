import { describe, expect, it } from '@jest/globals';
import { aMotion, aPlan, aSeat, says, seats } from '../testing/a-session.ts';
import { given } from '../testing/given.ts';
import { inSession, LivedSession, member, observer, secretary } from '../testing/lived-session.ts';
import { authorise, authorities } from './authority.ts';
import { planFaults } from './plan/check-plan.ts';
import type { Caller, CommandType } from './commands.ts';

const { session } = new LivedSession(aPlan());
const may = (type: CommandType, by: Caller): boolean => authorise(session, type, by).outcome === 'authorised';

/** Rule 13, row by row, as the page has it. */
const officers = [
  'open-session',
  'adjourn-session',
  'close-session',
  'open-round',
  'close-round',
  'annul-round',
  'confirm-annulment',
  'decline-tie-breaker',
  'pass-chair',
] as const;
const secretaryAlone = [
  'amend-session',
  'cancel-session',
  'drop-question',
  'add-question',
  'mark-attendance',
  'declare-void',
  'withdraw-nominee',
  'enter-ballot',
  'appoint-substitute',
  'record-lot',
  'note-minutes',
  'extend-deadline',
  'issue-protocol',
  'attach-signature',
] as const;
const ownSeat = ['check-in', 'cast-ballot', 'file-dissent'] as const;

describe('who may do what', () => {
  const table: readonly (readonly [readonly CommandType[], boolean, boolean, boolean])[] = [
    // presiding member · secretary · another member
    [officers, true, true, false],
    [secretaryAlone, false, true, false],
    [ownSeat, true, false, true],
    [['recuse'], true, true, true],
    [['give-casting-vote'], true, false, false],
    [['sign-protocol'], true, true, false],
  ];
  const rows = table.flatMap(([types, chair, keeper, other]) =>
    types.map((type) => [type, chair, keeper, other] as const),
  );

  it.each(rows)(
    '[13] %s: presiding %s, secretary %s, member %s, observer never',
    (type, chair, keeper, other) => {
      expect(may(type, member('m1'))).toBe(chair);
      expect(may(type, secretary)).toBe(keeper);
      expect(may(type, member('m2'))).toBe(other);
      expect(may(type, observer)).toBe(false);
      expect(may(type, member('stranger'))).toBe(false);
    },
  );

  it('[13] the page names every command there is', () =>
    expect(rows.map(([type]) => type).toSorted()).toEqual(Object.keys(authorities).toSorted()));

  it('[13.1] anything else is forbidden; a stranger is told that they have no seat', () => {
    expect(authorise(session, 'open-session', member('m2'))).toMatchObject({ code: 'forbidden' });
    expect(authorise(session, 'cast-ballot', observer)).toMatchObject({ code: 'forbidden' });
    expect(authorise(session, 'cast-ballot', { signedIn: true })).toMatchObject({ code: 'not-on-the-roll' });
    expect(authorise(session, 'open-session', { signedIn: true })).toMatchObject({ code: 'forbidden' });
  });

  it('[13.1] a secretary with a vote also has a seat, and acts from it', () => {
    const both = { memberId: 'm2', secretaryId: 'one', signedIn: true };
    expect(authorise(session, 'cast-ballot', both)).toMatchObject({ actor: 'm2', as: 'own-seat' });
    expect(authorise(session, 'open-session', both)).toMatchObject({
      actor: 'secretary:one',
      as: 'secretary',
    });
  });

  it('[12.5] the journal names the seat, or the secretary by account', () => {
    const lived = inSession(aPlan())
      .openRound()
      .cast({ m2: says('for') });
    expect(lived.entries.at(-1)?.actor).toBe('m2');
    expect(lived.entries.at(-2)?.actor).toBe('secretary:one');
  });

  it.each(['server', 'secretary:one'])('[12.5] no member is called %s', (memberId) => {
    const plan = aPlan({ roll: [...seats(2), aSeat(memberId)], establishedSeats: 3 });
    expect(planFaults(plan)).toMatchObject([{ code: 'reserved' }]);
  });

  it('[1.2] who presides now is the one who may', () => {
    const lived = inSession(aPlan()).tell({ type: 'pass-chair', memberId: 'm2' }, member('m1'));
    given(lived).when({ type: 'open-round', questionId: 'q' }, member('m1')).thenRefused('forbidden');
    given(lived).when({ type: 'open-round', questionId: 'q' }, member('m2')).thenRecords('round-opened');
  });
});

describe('closing by hand', () => {
  it('[4.3] by either officer, once', () => {
    const lived = inSession(aPlan({ questions: [aMotion()] })).openRound();
    const command = { type: 'close-round', roundId: lived.round().roundId } as const;
    given(lived).when(command, member('m1')).thenRecords('round-closed');
    given(lived).when(command, member('m2')).thenRefused('forbidden');
    given(lived.close()).when(command, secretary).thenRefused('round-not-open');
  });
});
