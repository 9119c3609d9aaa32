import { expect, it } from '@jest/globals';
import { JournalWriter } from '../testing/journal-writer.ts';
import { motion, plan } from '../testing/protocol-samples.ts';
import { attendanceBlocks } from './attendance-sheet.ts';
import { tabulated } from './cells.ts';
import type { Table } from './document.ts';
import { presenceColumns, presenceLines } from './presence-sheet.ts';
import { recordOf } from './session-record.ts';

const writer = new JournalWriter(
  plan([motion('q', 'О плане', 'Утвердить план')]),
  '2021-06-25T20:50:00.000Z',
);
writer.arrive('in-person', 'm1', 'm2', 'm3', 'm4', 'm5').record('m1', { type: 'session-opened' }).wait(5);
for (const [memberId, name] of [
  ['m2', 'Сидоров Олег Ильич'],
  ['m9', 'Гусев Борис Ильич'],
] as const)
  writer.record('secretary:1', { type: 'substitute-appointed', memberId, name, mandate: 'доверенность № 7' });
writer.record('secretary:1', {
  type: 'attendance-marked',
  memberId: 'm8',
  attendance: 'absent',
  reason: ' ',
});
writer.wait(10).record('m1', { type: 'session-closed' });
writer.record('m1', { type: 'session-opened' }).wait(10).arrive('remote', 'm9');
const record = recordOf(writer.entries);

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00A0', ' ');
const rowOf = (surname: string): readonly (string | undefined)[] =>
  attendanceBlocks(record)
    .find((block): block is Table => block.type === 'table')
    ?.rows.find(({ cells }) => cells[1]?.startsWith(surname))
    ?.cells.slice(2)
    .map(plain) ?? [];

it('[8.3] names the substitute in the row of the seat, and never as the one substituted', () => {
  expect(rowOf('Белова').slice(0, 2)).toEqual([
    'директор департамента, Минэкономразвития России, заместитель председателя комиссии',
    'очно; затем замещающее лицо – О.И. Сидоров (доверенность № 7), очно',
  ]);
  expect(rowOf('Дорохова').slice(1)).toEqual([
    'замещающее лицо – Б.И. Гусев (доверенность № 7), дистанционно',
    '26.06 00:16',
    '',
  ]);
});

it('[2.1] gives the day with every time where the session went past midnight', () =>
  expect(rowOf('Орлов').slice(2)).toEqual(['25.06 23:50; 26.06 00:06', '26.06 00:06']));

it('a blank reason is none', () => expect(rowOf('Ёлкин')[1]).toBe('отсутствовал(а)'));

it('[8.3] the workbook says who was there in every stay', () => {
  const { columns, rows } = tabulated(presenceColumns('Europe/Moscow'), presenceLines(record));
  const at = (title: string): number => columns.findIndex((each) => each.title === title);
  const told = rows
    .map(({ cells }) =>
      ['Член комиссии', 'Замещающее лицо', 'Роль в комиссии'].map((title) => cells[at(title)]),
    )
    .filter(([name]) => name?.type === 'text' && name.text.startsWith('Белова'));
  expect(told.map(([, substitute]) => substitute?.type === 'text' && substitute.text)).toEqual([
    false,
    'Сидоров Олег Ильич',
    'Сидоров Олег Ильич',
  ]);
  expect(told[0]?.[2]).toEqual({ type: 'text', text: 'заместитель председателя комиссии' });
});
