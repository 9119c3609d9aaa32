import { describe, expect, it } from '@jest/globals';
import { aMotion, aPlan, says } from '../testing/a-session.ts';
import { inSession, LivedSession, spread } from '../testing/lived-session.ts';
import { documentTexts } from '../testing/protocol-text.ts';
import { explanationOf } from '../verifier/explanation/sentences.ts';
import { buildProtocol } from './build-protocol.ts';

const printed = ({ entries }: LivedSession): string =>
  documentTexts(buildProtocol(entries, { version: '1' })).join('\n');

function inWriting(votes: number): LivedSession {
  const session = new LivedSession(
    aPlan({ form: 'correspondence', questions: [aMotion(), aMotion({ questionId: 'p' })] }),
    '2021-06-25T09:00:00.000Z',
  ).open();
  session.tell({ type: 'drop-question', questionId: 'p', reason: 'Отозван автором' });
  session.tell({ type: 'open-round', questionId: 'q', closesAt: '2021-06-28T18:00:00.000Z' });
  session.cast(spread([[votes, says('for')]])).waitUntil('2021-06-28T18:00:00.000Z');
  return session.tell({ type: 'close-session' });
}

describe('a protocol', () => {
  it('[1.8] names who took part in a written procedure, and nobody as present or absent', () => {
    const text = printed(inWriting(3));
    expect(text).toContain('заочная (заочное голосование)');
    expect(text).toContain('Приняли участие в заочном голосовании:');
    expect(text).toContain('приняли участие в заочном голосовании 3');
    expect(text).toContain('Не участвовали:');
    expect(text).not.toMatch(/[Пп]рисутств|[Оо]тсутств|Лист регистрации/);
  });

  it('[1.8] [3.3] says that the ballots were too few, and so does the explanation', () => {
    const session = inWriting(1);
    expect(printed(session)).toContain(
      'Кворум по числу поданных бюллетеней не набран: подано 1, необходимо не менее 3.',
    );
    const told = explanationOf(session.session, session.question(), session.round(), 'ru');
    expect(told.map(({ text }) => text)).toContain(
      'Поданных голосов для кворума не хватило: 1, нужно не менее 3.',
    );
  });

  it('[1.7] prints a question taken off the agenda with its reason', () =>
    expect(printed(inWriting(3))).toContain('Вопрос снят с рассмотрения (Отозван автором)'));

  it('[2.4] prints nobody as presiding who was not there', () => {
    const left = inSession(aPlan()).tick(600).leave('m1').tick(600);
    left
      .tell({ type: 'pass-chair', memberId: 'm2' })
      .vote({ m2: says('for') })
      .tell({ type: 'close-session' });
    const lines = printed(left)
      .split('\n')
      .filter((line) => line.includes('Председательствующий –'));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/m1.*до 12:10/);
    expect(lines[1]).toMatch(/m2.*с 12:20/);
  });
});
