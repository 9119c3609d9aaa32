import { describe, expect, it } from '@jest/globals';
import { motion, ruleSet, side } from '../../testing/protocol-samples.ts';
import { sitting, votesOn } from '../../testing/vote-texts.ts';
import { LivedSession } from '../../testing/lived-session.ts';
import { plan } from '../../testing/protocol-samples.ts';

const ofPlan = motion('q', 'О плане', 'Утвердить план');

it('[8.3] a substitute who did not vote is no substitute who voted', () => {
  const rules = {
    ...ruleSet,
    substitutes: true,
    quorum: { ...ruleSet.quorum, counts: ['in-person', 'substitute'] as const },
  };
  const session = new LivedSession(plan([ofPlan], { ruleSet: rules }), '2021-06-25T06:50:00.000Z');
  const appoint = (memberId: string, name: string, mandate: string) =>
    session.tell({ type: 'appoint-substitute', memberId, name, accountLogin: memberId, mandate });
  appoint('m2', 'Сидоров Олег Ильич', 'доверенность № 7');
  appoint('m3', 'Петров Олег Ильич', 'доверенность № 8');
  session
    .arrive('m1', 'm2', 'm3', 'm4', 'm5')
    .open()
    .vote({ m1: side('for'), m2: side('for') });
  const texts = votesOn(session);
  expect(texts).toContain(
    'За замещаемых членов комиссии голосовали – 1: О.И. Сидоров (член комиссии – А.И. Белова, доверенность № 7).',
  );
  expect(texts).toContain(
    'Не голосовали – 3: А.Л. Ким; О.И. Петров (замещающее лицо, член комиссии – Е.П. Абрамова-Кузнецова); П.А. Яковлев.',
  );
});

describe('[8.5] ballots that the secretary entered', () => {
  const entered = (...memberIds: readonly string[]) => {
    const session = sitting([ofPlan]).openRound();
    for (const memberId of memberIds)
      session.tell({
        type: 'enter-ballot',
        roundId: session.round().roundId,
        memberId,
        ballot: side('for'),
        basis: 'by-hand',
      });
    return votesOn(session.close());
  };

  it('one is one vote at the word of one member', () =>
    expect(entered('m4')).toContain('Голос внесён секретарём со слов члена комиссии – 1: П.А. Яковлев.'));

  it('two are votes at the word of members', () =>
    expect(entered('m4', 'm5')).toContain(
      'Голоса внесены секретарём со слов членов комиссии – 2: А.Л. Ким; П.А. Яковлев.',
    ));

  describe('for a seat that a substitute holds', () => {
    const substituted = (basis: 'by-hand' | 'written', ...others: readonly string[]) => {
      const rules = { ...ruleSet, substitutes: true, absentee: true };
      const session = sitting([ofPlan], { ruleSet: rules });
      const [name, mandate] = ['Сидоров Олег Ильич', 'доверенность № 7'];
      session.tell({ type: 'appoint-substitute', memberId: 'm3', name, accountLogin: 's', mandate });
      session.openRound();
      const { roundId } = session.round();
      for (const memberId of ['m3', ...others])
        session.tell({
          type: 'enter-ballot',
          roundId,
          memberId,
          ballot: side('for'),
          basis,
          ...(basis === 'written' && { document: 'опросный лист № 3.' }),
        });
      return votesOn(session.close());
    };
    const seat = 'замещающее лицо, член комиссии – Е.П. Абрамова-Кузнецова';

    it('are the word of the substitute, who is no member', () => {
      expect(substituted('by-hand')).toContain(
        `Голос внесён секретарём со слов голосовавшего – 1: О.И. Сидоров (${seat}).`,
      );
      expect(substituted('by-hand', 'm4')).toContain(
        `Голоса внесены секретарём со слов голосовавших – 2: О.И. Сидоров (${seat}); П.А. Яковлев.`,
      );
    });

    it('are told with their document in the same brackets', () =>
      expect(substituted('written', 'm4')).toContain(
        `Письменные бюллетени – 2: О.И. Сидоров (${seat}; опросный лист № 3); П.А. Яковлев (опросный лист № 3).`,
      ));
  });
});
