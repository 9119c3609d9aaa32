import { describe, expect, it } from '@jest/globals';
import type { SessionPlan } from '../../rules/session.ts';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { motion, plan, ruleSet } from '../../testing/protocol-samples.ts';
import { blockTexts } from '../../testing/protocol-text.ts';
import { recordOf } from '../session-record.ts';
import { signatureBlock } from './signature-block.ts';

const convened = (more: Partial<SessionPlan> = {}): JournalWriter =>
  new JournalWriter(plan([motion('q', 'О плане', 'Утвердить план')], more), '2021-06-25T06:50:00.000Z');
const allSign = { ruleSet: { ...ruleSet, substitutes: true, allPresentSign: true } };
const substitutes = (writer: JournalWriter, memberId: string): JournalWriter =>
  writer.record('secretary:1', {
    type: 'substitute-appointed',
    memberId,
    name: 'Сидоров Олег Ильич',
    mandate: 'доверенность № 7',
  });
const signersOf = (writer: JournalWriter): string[] => blockTexts([signatureBlock(recordOf(writer.entries))]);
const sat = (writer: JournalWriter): JournalWriter =>
  writer.arrive('in-person', 'm1', 'm2', 'm3').record('m1', { type: 'session-opened' });

describe('the signatures', () => {
  it('are those of who presided and of the secretary', () =>
    expect(signersOf(sat(convened()))).toEqual([
      'Председательствующий',
      'В.С. Орлов',
      'Секретарь',
      'М.Ю. Тихонова',
    ]));

  it('are those of all who came, where the rules want it, in the order of the alphabet', () =>
    expect(signersOf(sat(convened(allSign)))).toEqual([
      'Председательствующий',
      'В.С. Орлов',
      'Член комиссии',
      'Е.П. Абрамова-Кузнецова',
      'Член комиссии',
      'А.И. Белова',
      'Секретарь',
      'М.Ю. Тихонова',
    ]));

  it('[8.3] are given by a substitute, not by the absent member', () => {
    expect(signersOf(sat(substitutes(convened(allSign), 'm2'))).slice(2, 6)).toEqual([
      'Член комиссии',
      'Е.П. Абрамова-Кузнецова',
      'Замещающее лицо',
      'О.И. Сидоров',
    ]);
    expect(signersOf(sat(substitutes(convened(allSign), 'm1'))).slice(0, 2)).toEqual([
      'Председательствующий',
      'О.И. Сидоров',
    ]);
  });

  it('[1.2] name a secretary with a seat once', () =>
    expect(signersOf(sat(convened({ ...allSign, secretaryId: 'm3' })))).toEqual([
      'Председательствующий',
      'В.С. Орлов',
      'Член комиссии',
      'А.И. Белова',
      'Секретарь',
      'Е.П. Абрамова-Кузнецова',
    ]));
});
