import { describe, expect, it } from '@jest/globals';
import { JournalWriter } from '../../testing/journal-writer.ts';
import { motion, plan } from '../../testing/protocol-samples.ts';
import { attendanceBlocks } from './attendance-sheet.ts';
import { tabulated } from '../sheets/cells.ts';
import type { Table } from '../document.ts';
import { presenceColumns, presenceLines } from '../sheets/presence-sheet.ts';
import { recordOf } from '../session-record.ts';

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
const rowOf = (surname: string, of = record): readonly (string | undefined)[] =>
  attendanceBlocks(of)
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
  const { columns, rows } = tabulated(presenceColumns(record.session), presenceLines(record));
  const at = (title: string): number => columns.findIndex((each) => each.title === title);
  const told = rows
    .map(({ cells }) => ['Член комиссии', 'Замещающее лицо', 'Роль'].map((title) => cells[at(title)]))
    .filter(([name]) => name?.type === 'text' && name.text.startsWith('Белова'));
  expect(told.map(([, substitute]) => substitute?.type === 'text' && substitute.text)).toEqual([
    false,
    'Сидоров Олег Ильич',
    'Сидоров Олег Ильич',
  ]);
  expect(told[0]?.[2]).toEqual({ type: 'text', text: 'заместитель председателя комиссии' });
});

describe('without a real departure', () => {
  const moving = new JournalWriter(
    plan([motion('q', 'О плане', 'Утвердить план')]),
    '2021-06-25T06:50:00.000Z',
  );
  moving
    .arrive('in-person', 'm1', 'm2')
    .record('m1', { type: 'session-opened' })
    .wait(10)
    .arrive('remote', 'm1');
  moving.record('secretary:1', {
    type: 'attendance-marked',
    memberId: 'm8',
    attendance: 'absent',
    reason: 'Отпуск.',
  });
  moving.record('m1', { type: 'session-adjourned', reason: 'обед' }).wait(10).arrive('in-person', 'm2', 'm6');
  const moved = recordOf(moving.entries);

  it('[2.1] going over to the link is neither arrival nor departure', () => {
    expect(rowOf('Орлов', moved).slice(1)).toEqual(['очно, затем дистанционно', '09:50', '10:00']);
    const lines = presenceLines(moved).filter(({ seat }) => seat.memberId === 'm1');
    expect(lines.map(({ stay, left }) => [stay?.attendance, left?.slice(11, 16)])).toEqual([
      ['in-person', undefined],
      ['remote', '07:00'],
    ]);
  });

  it('[1.4] a mark between two sittings is no attendance', () => {
    expect(rowOf('Белова', moved).slice(1)).toEqual(['очно', '09:50', '10:00']);
    expect(rowOf('Мамедов', moved).slice(1)).toEqual(['отсутствовал(а)', '', '']);
    expect(presenceLines(moved).filter(({ seat }) => seat.memberId === 'm2')).toHaveLength(1);
  });

  it('a reason stands without its stop', () =>
    expect(rowOf('Ёлкин', moved)[1]).toBe('отсутствовал(а): Отпуск'));
});
