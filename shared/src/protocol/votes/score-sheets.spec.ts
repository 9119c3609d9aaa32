import { describe, expect, it } from '@jest/globals';
import { appendixTable, appendixTexts, bestOf, sitting } from '../../testing/vote-texts.ts';

const criterion = (criterionId: string, title: string, weight: string) => ({
  criterionId,
  title,
  weight,
  min: '0',
  max: '10',
  step: '1',
});
const scored = bestOf({
  kind: 'score',
  places: { kind: 'laureates', count: 2 },
  winnerLabel: 'лауреат',
  parameters: { criteria: [criterion('c', 'Актуальность', '1'), criterion('d', 'Эффективность', '0.5')] },
});
const points = (c: string, d: string) => ({ c, d });
const session = sitting([scored])
  .tell({ type: 'withdraw-nominee', questionId: 'q', nomineeId: 'c', reason: 'заявление участника' })
  .vote({
    m1: { scores: { a: points('9', '5'), b: points('6', '6') } },
    m2: { scores: { a: points('8', '5'), b: points('7', '6') } },
    m3: { choice: 'abstain' },
  });

describe('[5.5] score sheets', () => {
  it('total what one member gave one nominee', () =>
    expect(appendixTable(session, 'score-sheets', 'Актуальность')).toEqual([
      ['Член комиссии', 'Номинант', 'Актуальность', 'Эффективность (вес 0,5)', 'Итого с учётом весов'],
      ['Абрамова-Кузнецова Е.П.', 'воздерж.', '', '', ''],
      ['Белова А.И.', '№ 1', '8', '5', '10,5'],
      ['Белова А.И.', '№ 2', '7', '6', '10'],
      ['Орлов В.С.', '№ 1', '9', '5', '11,5'],
      ['Орлов В.С.', '№ 2', '6', '6', '9'],
    ]));

  it('[6.4] [4.5] have a summary in which laureates are equal and who withdrew stays listed', () =>
    expect(appendixTable(session, 'score-sheets', 'Оценочных листов')).toEqual([
      ['№', 'Номинант', 'Оценочных листов', 'Итоговый балл', 'Итог'],
      ['1', 'МФЦ города Тулы (Тульская область)', '2', '11', 'лауреат'],
      ['2', 'МФЦ «Мои документы» (Пермский край)', '2', '9,5', 'лауреат'],
      [
        '3',
        'Климова Екатерина Андреевна (Кировская область) (заявка снята с рассмотрения: заявление участника)',
        '–',
        '–',
        '',
      ],
    ]));

  it('say below the summary how it was made, and leave lines for those who sign it', () =>
    expect(appendixTexts(session, 'score-sheets').slice(-5)).toEqual([
      'Итоговый балл – сумма средних оценок по критериям с учётом весов, без округления.',
      'Председательствующий',
      'В.С. Орлов',
      'Секретарь',
      'М.Ю. Тихонова',
    ]));

  it.each(['score', 'rank'] as const)('[5.6] that nobody gave in are said to be missing: %s', (kind) => {
    const parameters = kind === 'rank' ? { points: ['5', '3'] } : scored.parameters;
    const texts = appendixTexts(sitting([bestOf({ kind, parameters })]).vote({}), 'score-sheets');
    const at = texts.indexOf('Оценочные листы');
    expect(texts.slice(at, at + 3)).toEqual([
      'Оценочные листы',
      'Оценочные листы не поданы.',
      'Сводная ведомость',
    ]);
  });

  it('[9.2] of an annulled vote are not signed', () => {
    const annulled = sitting([scored]).vote({
      m1: { scores: { a: points('9', '5'), b: points('6', '6'), c: points('1', '1') } },
    });
    expect(appendixTexts(annulled.annul(), 'score-sheets').at(-1)).toBe(
      'Результаты этого голосования аннулированы.',
    );
  });
});
