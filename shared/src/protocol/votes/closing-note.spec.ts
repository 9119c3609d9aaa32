import { describe, expect, it } from '@jest/globals';
import { LivedSession, member } from '../../testing/lived-session.ts';
import { motion, plan, ruleSet, side } from '../../testing/protocol-samples.ts';
import { bestOf, chairWithoutVote, sitting, votesOn } from '../../testing/vote-texts.ts';

const ofPlan = motion('q', 'О плане', 'Утвердить план');
const noteOf = (session: LivedSession, number = 1) =>
  votesOn(session, number).find((text) => text.startsWith('Голосование открыто'));

describe('when a vote opened and closed', () => {
  it('is told by the clock on the day of the session', () =>
    expect(noteOf(sitting([ofPlan]).vote({ m1: side('for') }))).toMatch(
      /^Голосование открыто в 09:50:11, закрыто в 09:50:13 секретарём; /,
    ));

  it('is told with the day on another one', () => {
    const session = new LivedSession(plan([ofPlan]), '2021-06-26T20:30:00.000Z').arrive().open();
    expect(noteOf(session.vote({ m1: side('for') }))).toMatch(
      /^Голосование открыто 26 июня 2021 г\. в 23:30:11, закрыто в 23:30:13 /,
    );
  });

  it('[11.2] is told with both days where a deadline on a later one closed it', () => {
    const session = new LivedSession(plan([ofPlan]), '2021-06-30T20:30:00.000Z').arrive().open();
    session.tell({ type: 'extend-deadline', moment: '2021-07-01T21:00:00.000Z', document: 'приказ № 1' });
    session
      .openRound()
      .cast({ m1: side('for') })
      .waitUntil('2021-07-01T21:00:05.000Z');
    expect(noteOf(session)).toMatch(
      /^Голосование открыто 30 июня 2021 г\. в 23:30:12, закрыто 2 июля 2021 г\. в 00:00:00 по наступлении срока подведения итогов; /,
    );
  });

  it('[1.4] is told with the day of each vote where the session sat on several', () => {
    const session = sitting([ofPlan, { ...ofPlan, questionId: 'r' }]).vote({ m1: side('for') });
    session.tell({ type: 'adjourn-session', reason: 'отсутствие докладчика' }).tick(3 * 86_400);
    session
      .arrive()
      .open()
      .vote({ m1: side('for') }, 'r');
    expect([1, 2].map((number) => noteOf(session, number)?.slice(0, 38))).toEqual([
      'Голосование открыто 25 июня 2021 г. в ',
      'Голосование открыто 28 июня 2021 г. в ',
    ]);
  });

  it('[4.3] says that everybody had voted', () => {
    const session = sitting([ofPlan], { ruleSet: { ...ruleSet, closeWhenAllVoted: true } }, [
      'm1',
      'm2',
      'm3',
      'm4',
      'm5',
    ]).openRound();
    session.cast(Object.fromEntries(['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => [id, side('for')])));
    expect(noteOf(session)).toContain(' после подачи голосов всеми имевшими право голосовать; ');
  });
});

describe('how many ballots were counted', () => {
  it('a ballot for two nominees is one', () => {
    const session = sitting([
      bestOf({ parameters: { min: 1, max: 2 }, places: { kind: 'laureates', count: 2 } }),
    ]);
    session.vote({ m1: { nominees: ['a', 'b'] }, m2: { nominees: ['a'] } });
    expect(noteOf(session)).toContain('имели право голосовать – 9, учтено бюллетеней – 2.');
  });

  it('[7.2] a casting vote is none of them', () => {
    const session = sitting([{ ...ofPlan, ties: ['casting-vote'] }], chairWithoutVote).vote({
      m2: side('for'),
      m3: side('against'),
    });
    session.tell(
      { type: 'give-casting-vote', roundId: session.round().roundId, choice: 'for' },
      member('m1'),
    );
    expect(noteOf(session)).toContain('имели право голосовать – 8, учтено бюллетеней – 2 и решающий голос.');
  });
});
