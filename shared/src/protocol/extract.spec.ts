import { describe, expect, it } from '@jest/globals';
import { smallSession } from '../testing/protocol-samples.ts';
import { blockTexts, documentTexts } from '../testing/protocol-text.ts';
import { buildExtract } from './extract.ts';

const journal = smallSession();
const issued = { version: '0.1.0', issued: { version: 1 } };

describe('an extract', () => {
  it('tells of one question under the head of the protocol, and is certified by the secretary', () => {
    const extract = buildExtract(journal, 'capital', issued);
    expect(extract?.title.replaceAll('\u00A0', ' ')).toBe('Выписка из протокола № 5 от 25 июня 2021 г.');
    expect(extract?.questions.map(({ number }) => number)).toEqual([3]);
    expect(blockTexts(extract?.signatures ?? [])).toEqual([
      'Верно:',
      'Секретарь',
      'М.Ю. Тихонова',
      '«____» ______________ 20____ г.',
    ]);
    expect(extract?.appendices).toEqual([]);
  });

  it('of a draft is not certified', () => {
    const extract = buildExtract(journal, 'capital', { version: '0.1.0' });
    expect(extract?.watermark).toBe('ПРОЕКТ');
    expect(extract?.signatures).toEqual([]);
  });

  it('says who filed a dissent on its question, and nothing of other questions', () => {
    const texts = (questionId: string) =>
      documentTexts(buildExtract(journal, questionId, issued)!).filter((text) => /особое мнение/i.test(text));
    expect(texts('capital')).toEqual(['По вопросу заявлено особое мнение: И.М. Ёлкин.']);
    expect(texts('mfc')).toEqual([]);
  });

  it('of a question that the session does not have is none', () =>
    expect(buildExtract(journal, 'nothing', issued)).toBeUndefined());
});
