import { describe, expect, it } from '@jest/globals';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { choice, plan } from '../../testing/protocol-samples.ts';
import { blockTexts } from '../../testing/protocol-text.ts';
import { journalLines } from '../sheets/journal-sheet.ts';
import { recordOf } from '../session-record.ts';
import { dissentBlocks, dissentersOf, dissentNotes, recusalBlocks } from './statements.ts';

const questions = [
  { ...choice('a', 'Лучший МФЦ', []), category: 'К1' },
  { ...choice('b', 'Лучший МФЦ', []), category: 'К2' },
];
const writer = new JournalWriter(plan(questions), '2021-06-25T06:50:00.000Z');
writer.record('m3', { type: 'member-recused', questionId: 'a', memberId: 'm3' });
writer.record('secretary:1', {
  type: 'substitute-appointed',
  memberId: 'm3',
  name: 'Петров Олег Иванович',
  mandate: 'доверенность № 7',
});
writer.arrive('in-person', 'm1', 'm2', 'm3').record('m1', { type: 'session-opened' });
writer.record('m3', { type: 'member-recused', questionId: 'b', memberId: 'm3' });
writer.record('m2', { type: 'dissent-filed', questionId: 'b', memberId: 'm2', text: 'Против.' });
writer.record('m3', { type: 'dissent-filed', questionId: 'b', memberId: 'm3', text: 'Возражаю.' });
writer.record('m3', {
  type: 'recusal-explained',
  questionId: 'b',
  memberId: 'm3',
  reason: 'Родственник работает в МФЦ.',
});
const record = recordOf(writer.entries);
const substitute = 'О.И. Петров (замещающее лицо, член комиссии – Е.П. Абрамова-Кузнецова)';

describe('[8.3] a statement', () => {
  it('of a member is the member’s, of a substitute the substitute’s', () => {
    expect(blockTexts(dissentNotes(record, 4)).slice(1)).toEqual([
      'Член комиссии А.И. Белова: особое мнение по вопросу № 2 прилагается (приложение № 4).',
      `${substitute}: особое мнение по вопросу № 2 прилагается (приложение № 4).`,
    ]);
    expect(dissentersOf(record, 'b').map((text) => text.replaceAll('\u00A0', ' '))).toEqual([
      'А.И. Белова',
      substitute,
    ]);
  });

  it('names the category that its question is told apart by', () => {
    const title = 'О победителе в номинации «Лучший МФЦ»';
    expect(blockTexts(dissentBlocks(record))[2]).toBe(`${substitute}, вопрос 2. ${title} (категория «К2»)`);
    expect(blockTexts(recusalBlocks(record))).toEqual([
      `Е.П. Абрамова-Кузнецова – вопрос 1. ${title} (категория «К1»). Основание: не раскрывается.`,
      `${substitute} – вопрос 2. ${title} (категория «К2»). Основание: Родственник работает в МФЦ.`,
    ]);
  });

  it('is in the journal of whoever made it', () =>
    expect(
      journalLines(record, writer.entries)
        .filter(({ event }) => event.type === 'member-recused')
        .map(({ actor }) => actor?.replaceAll('\u00A0', ' ')),
    ).toEqual([
      'Абрамова-Кузнецова Елена Павловна',
      'Петров Олег Иванович (замещающее лицо, член комиссии – Абрамова-Кузнецова Елена Павловна)',
    ]));
});

it('[8.1] a recusal says what is known of its ground, without a stop before the bracket', () => {
  const asked = new JournalWriter(
    plan([{ ...choice('a', 'Лучший МФЦ', []), title: 'О победителе.' }]),
    '2021-06-25T06:50:00.000Z',
  );
  for (const [memberId, reason, document] of [
    ['m2', ' ', undefined],
    ['m3', 'родство', 'заявление № 3.'],
  ] as const) {
    asked.record(memberId, { type: 'member-recused', questionId: 'a', memberId });
    asked.record(memberId, {
      type: 'recusal-explained',
      questionId: 'a',
      memberId,
      reason,
      ...(document !== undefined && { document }),
    });
  }
  expect(blockTexts(recusalBlocks(recordOf(asked.entries)))).toEqual([
    'А.И. Белова – вопрос 1. О победителе. Основание: не указано.',
    'Е.П. Абрамова-Кузнецова – вопрос 1. О победителе. Основание: родство (заявление № 3).',
  ]);
});

it('[11.2] the journal says where a deadline was moved to', () => {
  const moved = new JournalWriter(plan(questions), '2021-06-25T06:50:00.000Z');
  moved.record('m1', {
    type: 'deadline-extended',
    moment: '2021-06-30T21:30:00.000Z',
    document: 'приказ № 12',
  });
  expect(journalLines(recordOf(moved.entries), moved.entries).at(-1)?.content.replaceAll('\u00A0', ' ')).toBe(
    '1 июля 2021 г., 00:30; приказ № 12',
  );
});
