import { describe, expect, it } from '@jest/globals';
import type { SessionPlan } from '../../rules/session.ts';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { motion, plan, roll, ruleSet } from '../../testing/protocol-samples.ts';
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
      'Заместитель председателя комиссии',
      'А.И. Белова',
      'Член комиссии',
      'Е.П. Абрамова-Кузнецова',
      'Секретарь',
      'М.Ю. Тихонова',
    ]));

  it('[1.2] are those of the office that each holds on the commission, whoever presides', () => {
    const passed = sat(convened(allSign)).record('m1', { type: 'chair-passed', memberId: 'm3' });
    expect(signersOf(passed)).toEqual([
      'Председательствующий',
      'Е.П. Абрамова-Кузнецова',
      'Председатель комиссии',
      'В.С. Орлов',
      'Заместитель председателя комиссии',
      'А.И. Белова',
      'Секретарь',
      'М.Ю. Тихонова',
    ]);
  });

  it('are set like all text of the document', () => {
    const name = 'Иванов Иван Иванович';
    const writer = sat(convened({ roll: roll.map((seat) => ({ ...seat, name, post: '', body: '' })) }));
    expect(signatureBlock(recordOf(writer.entries))).toMatchObject({
      lines: [{ name: 'И.И.\u00A0Иванов (№\u00A01)' }, { name: 'М.Ю.\u00A0Тихонова' }],
    });
  });

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
      'Заместитель председателя комиссии',
      'А.И. Белова',
      'Секретарь',
      'Е.П. Абрамова-Кузнецова',
    ]));
});
